package org.lianxin.runtime;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.Arguments;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the service for {@code demo}, {@code run} or {@code serve-bench}. */
public final class Serve {

    private static final int USUAL_PORT = 8080;
    private static final int PORTS_TRIED = 20;

    private Serve() {}

    /** Starts and returns when the service is ready; a refusal is printed in two lines and ends the program. */
    public static void main(Class<?> application, String[] arguments) {
        if (Arguments.asksForHelp(Arrays.asList(arguments))) {
            System.out.println(ServeOptions.USAGE);
            System.exit(0);
        }
        try {
            ServeOptions options = ServeOptions.of(Arrays.asList(arguments));
            if (options.nodes().count() > 1) {
                new NodeGroup(application, options, System.out).run();
                return;
            }
            ConfigurableApplicationContext context = start(application, options);
            if (arguments[0].equals(ServeOptions.TRAIN)) {
                System.exit(SpringApplication.exit(context));
            }
        } catch (StartRefused refused) {
            System.err.println(refused.lines());
            System.exit(2);
        }
    }

    private static ConfigurableApplicationContext start(Class<?> application, ServeOptions options) {
        refuseTakenPort(options.port());
        new DataFolder(options.data()).create();
        SpringApplication spring = new SpringApplication(application);
        spring.setMainApplicationClass(application);
        spring.setAdditionalProfiles(options.stamp().name().toLowerCase(Locale.ROOT));
        // Here logging is set up, and the context still has all its work before it while the database starts.
        spring.addInitializers(context -> {
            Instance instance = open(options);
            SpringApplication.getShutdownHandlers().add(instance::close);
            context.getBeanFactory().registerSingleton("instance", instance);
        });
        try {
            return spring.run(springArguments(options).toArray(String[]::new));
        } catch (RuntimeException e) {
            throw refusalIn(e);
        }
    }

    private static Instance open(ServeOptions options) {
        DataFolder data = new DataFolder(options.data());
        return options.nodes().joined() == null
                ? Instance.open(options.stamp(), data, System.getenv())
                : Instance.join(options.stamp(), data, System.getenv());
    }

    private static List<String> springArguments(ServeOptions options) {
        Integer port = options.port();
        List<String> words = new ArrayList<>(options.others());
        words.add("--server.port=" + (port == null ? usualPort(1) : port));
        words.add("--lianxin.node=" + options.nodes().number());
        words.add("--lianxin.announce=true");
        words.add("--lianxin.stamp=" + options.stamp());
        words.add("--lianxin.data=" + options.data().toAbsolutePath());
        words.add("--logging.file.name="
                + new DataFolder(options.data()).log().resolve(options.nodes().logName()));
        words.add("--spring.servlet.multipart.location="
                + new DataFolder(options.data()).uploads().toAbsolutePath());
        words.add("--logging.threshold.console=WARN");
        words.add("--logging.level.org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter=off");
        // It tells the whole chain of causes of a refusal, which is said in two lines.
        words.add("--logging.level.org.springframework.boot.web.server.servlet.context=error");
        if (options.stamp() == Stamp.PRODUCTION) {
            words.addAll(options.web().springArguments(new DataFolder(options.data()).secrets()));
        } else {
            words.add("--server.address=127.0.0.1");
        }
        return words;
    }

    /** What stands behind a failed start, when it was a refusal of ours. */
    private static RuntimeException refusalIn(RuntimeException failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof StartRefused refused) {
                return refused;
            }
        }
        return failure;
    }

    /** Asked before a database is started that nobody could reach. */
    static void refuseTakenPort(@Nullable Integer port) {
        if (port != null && !isFree(port)) {
            throw new StartRefused(
                    "port " + port + " is taken by another program", "stop that one, or give this one another --port");
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The first of so many ports in a row that are free; 0, any, when there are none. */
    static int usualPort(int inARow) {
        for (int port = USUAL_PORT; port < USUAL_PORT + PORTS_TRIED; port++) {
            if (IntStream.range(port, port + inARow).allMatch(Serve::isFree)) {
                return port;
            }
        }
        return 0;
    }
}
