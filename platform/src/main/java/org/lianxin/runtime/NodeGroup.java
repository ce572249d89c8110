package org.lianxin.runtime;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.logging.LogFile;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The parent of several service processes on one database. It keeps PostgreSQL and does no other work: whichever node ends, the
 * database and the other nodes go on, and the parent says so. When the parent ends, so do all.
 */
final class NodeGroup {

    private static final String GO_ON = "节点已停止，其余继续工作";
    private static final String NONE_LEFT = "节点都已停止，数据库仍在: start one with --join, or end with Ctrl-C";

    private final Class<?> application;
    private final ServeOptions options;
    private final DataFolder data;
    private final PrintStream out;
    private final List<NodeProcess> nodes = new CopyOnWriteArrayList<>();
    private volatile boolean stopping;

    NodeGroup(Class<?> application, ServeOptions options, PrintStream out) {
        this.application = application;
        this.options = options;
        this.data = new DataFolder(options.data());
        this.out = out;
    }

    /** Ends with the process alone: others may have joined, so the database goes on when all of its own nodes have ended. */
    void run() {
        int first = firstPort();
        writeLog(data.create().log().resolve("nodes.log"));
        Instance instance = Instance.open(
                options.stamp(), data, System.getenv(), options.nodes().count());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(instance)));
        RunningFile.ofThisProcess("http://localhost:" + first, instance.database())
                .write(data.running());
        start(1, first);
        if (nodes.getFirst().url().isEmpty()) {
            throw new StartRefused("the first node has ended", "look into " + data.log());
        }
        for (int number = 2; number <= options.nodes().count(); number++) {
            start(number, first == 0 ? 0 : first + number - 1);
        }
        announce();
        nodes.forEach(each -> Thread.ofPlatform().daemon().name("end-of-node").start(() -> tellEnd(each)));
        while (!stopping) {
            LockSupport.park(this);
        }
    }

    /** All of its ports must be free; 0, any for each, when the operator wants that or no row of usual ones is free. */
    private int firstPort() {
        Integer asked = options.port();
        int count = options.nodes().count();
        if (asked == null || asked == 0) {
            return asked == null ? Serve.usualPort(count) : 0;
        }
        for (int port = asked; port < asked + count; port++) {
            Serve.refuseTakenPort(port);
        }
        return asked;
    }

    private void start(int number, int port) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), application.getName()));
        command.addAll(List.of(options.word(), NodeOptions.JOIN, Integer.toString(number)));
        command.addAll(
                List.of("--port", Integer.toString(port), "--data", data.root().toString()));
        command.addAll(options.others());
        nodes.add(NodeProcess.start(number, command, out));
    }

    /** The first one as a service alone says it, then a line for each of the others. */
    private void announce() {
        List<String> lines = nodes.stream().map(this::line).toList();
        lines.forEach(out::println);
        out.flush();
        nodes.forEach(NodeProcess::goOn);
    }

    private String line(NodeProcess node) {
        String url = node.url();
        if (url.isEmpty()) {
            return "node " + node.number() + " did not start 节点没有启动: look into " + data.log();
        }
        return node.number() == 1 ? ReadyAnnouncement.READY + url : "node " + node.number() + " is ready: " + url;
    }

    private void tellEnd(NodeProcess node) {
        node.awaitEnd();
        if (stopping || node.url().isEmpty()) {
            return;
        }
        long left = nodes.stream().filter(NodeProcess::isAlive).count();
        out.printf(
                "node %d at %s has ended (status %d), %d of %d go on %s%n",
                node.number(), node.url(), node.status(), left, nodes.size(), left > 0 ? GO_ON : NONE_LEFT);
        out.flush();
    }

    private void stop(Instance instance) {
        stopping = true;
        nodes.forEach(NodeProcess::askToStop);
        nodes.forEach(NodeProcess::awaitStop);
        try {
            Files.deleteIfExists(data.running());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            instance.close();
        }
    }

    /** As the service does: warnings on the terminal, the rest in a file. */
    private static void writeLog(Path file) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "nodes", Map.of("logging.file.name", file.toString(), "logging.threshold.console", "WARN")));
        LoggingSystem logging = LoggingSystem.get(NodeGroup.class.getClassLoader());
        logging.beforeInitialize();
        logging.initialize(new LoggingInitializationContext(environment), null, LogFile.get(environment));
    }
}
