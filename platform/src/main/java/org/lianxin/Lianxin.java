package org.lianxin;

import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import org.lianxin.runtime.Serve;
import org.lianxin.shared.Command;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/** The one entry: a command when the first argument names one, the service otherwise. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Modulithic(systemName = "Lianxin", sharedModules = "shared")
public class Lianxin {

    public static void main(String[] arguments) {
        if (arguments.length > 0) {
            for (Command command : ServiceLoader.load(Command.class)) {
                if (command.name().equals(arguments[0])) {
                    List<String> rest = Arrays.asList(arguments).subList(1, arguments.length);
                    System.exit(command.run(rest, System.out, System.err));
                }
            }
        }
        Serve.main(Lianxin.class, arguments);
    }
}
