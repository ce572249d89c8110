package org.lianxin.bench.instance;

import java.nio.file.Path;
import java.util.List;

/** How the service and the peer are started: the same machine options for both. */
final class Jvm {

    private Jvm() {}

    static List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-Xmx2g",
                "-XX:+UseG1GC",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.timezone=Asia/Shanghai");
    }
}
