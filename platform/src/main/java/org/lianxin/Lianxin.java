package org.lianxin;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import org.lianxin.runtime.Serve;
import org.lianxin.runtime.StartRefused;
import org.lianxin.shared.Arguments;
import org.lianxin.shared.Command;
import org.lianxin.shared.Misused;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/** The one entry: a command when the first argument names one, the service otherwise. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Modulithic(systemName = "Lianxin", sharedModules = "shared")
public class Lianxin {

    private static final int FAILED = 2;

    public static void main(String[] arguments) {
        if (arguments.length > 0) {
            for (Command command : ServiceLoader.load(Command.class)) {
                if (command.name().equals(arguments[0])) {
                    List<String> rest = Arrays.asList(arguments).subList(1, arguments.length);
                    System.exit(run(command, rest, System.out, System.err));
                }
            }
        }
        Serve.main(Lianxin.class, arguments);
    }

    /** Whatever goes wrong is said in a sentence, and is 2: with 1 a command tells what it found. */
    static int run(Command command, List<String> arguments, PrintStream out, PrintStream err) {
        if (Arguments.asksForHelp(arguments)) {
            out.println(command.usage());
            return 0;
        }
        try {
            return command.run(arguments, out, err);
        } catch (StartRefused refused) {
            err.println(refused.lines());
        } catch (Misused misused) {
            err.println(misused.getMessage());
            err.println(command.usage());
        } catch (RuntimeException | Error failure) {
            err.println("./lianxin " + command.name() + " did not finish 未能完成: " + sentence(failure));
        }
        return FAILED;
    }

    private static String sentence(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause.getCause() != null && depth < 8; depth++) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return cause.getClass().getSimpleName()
                + (message == null ? "" : ": " + message.lines().findFirst().orElse(""));
    }
}
