package org.lianxin.bench.instance;

import java.nio.file.Path;
import java.util.List;

/** How the peer is started: with the options that the script gives the service. */
final class Jvm {

    private Jvm() {}

    static List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-XX:+UseG1GC",
                "-XX:InitialRAMPercentage=5",
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dfile.encoding=UTF-8");
    }
}
