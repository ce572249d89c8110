package org.lianxin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that cannot be says so in two lines, what is wrong and what to do, and nothing else. */
class RefusedStartTest {

    @TempDir
    private Path folder = Path.of("unset");

    private record Ended(int status, List<String> lines) {}

    @Test
    void aPortThatIsTakenIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            int port = taken.getLocalPort();
            Ended ended = start("demo", "--port", Integer.toString(port), "--data", data());
            assertThatItSays(ended, "port " + port + " is taken");
            assertThat(Path.of(data())).as("nothing was made").doesNotExist();
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        Ended ended =
                start("demo", "--port", "0", "--data", file.resolve("data").toString());
        assertThatItSays(ended, file + "/data cannot be written");
    }

    @Test
    void aFolderThatIsInUseIsNamed() throws Exception {
        try (FolderLock running = FolderLock.take(new DataFolder(Path.of(data())).create())) {
            assertThat(running).isNotNull();
            assertThatItSays(start("serve-bench", "--port", "0", "--data", data()), "another Lianxin is running");
        }
    }

    @Test
    void dataOfAnotherKindIsNamed() throws Exception {
        Files.writeString(new DataFolder(Path.of(data())).create().stamp(), Stamp.DEMO.name());
        assertThatItSays(start("run", "--port", "0", "--data", data()), "stamped DEMO");
    }

    private static void assertThatItSays(Ended ended, String what) {
        assertThat(ended.lines()).hasSize(2);
        assertThat(ended.lines().getFirst())
                .startsWith("Lianxin does not start: ")
                .contains(what);
        assertThat(ended.lines().getLast()).startsWith("  What to do: ");
        assertThat(ended.status()).isEqualTo(2);
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private static Ended start(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-Xlog:disable", "--enable-native-access=ALL-UNNAMED", "-cp", shipped()));
        command.add("org.lianxin.Lianxin");
        command.addAll(Arrays.asList(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("LIANXIN_"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output.lines().toList());
    }

    /** The class path without what tests bring along. */
    private static String shipped() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(part -> !part.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
