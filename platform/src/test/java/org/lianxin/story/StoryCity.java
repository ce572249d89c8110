package org.lianxin.story;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The demo city in a process of its own, as {@code ./lianxin demo} starts it, with a short past. */
final class StoryCity implements AutoCloseable {

    private static final String READY = "Lianxin is ready: ";

    private final Process process;
    private final Path folder;
    private final String url;

    private StoryCity(Process process, Path folder, String url) {
        this.process = process;
        this.folder = folder;
        this.url = url;
    }

    /** @param signals how many warnings wait in the city already */
    static StoryCity open(int signals) {
        try {
            Path folder = Files.createTempDirectory(Path.of("/var/tmp"), "lianxin-story-");
            Process process = new ProcessBuilder(command(folder, signals))
                    .redirectError(folder.resolve("errors").toFile())
                    .start();
            BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.startsWith(READY)) {
                    return new StoryCity(process, folder, line.substring(READY.length()));
                }
            }
            throw new IllegalStateException(
                    "the demo city did not start: " + Files.readString(folder.resolve("errors")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(Path folder, int signals) {
        String classes = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(part -> !part.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx1g", "-XX:TieredStopAtLevel=1", "-Dstdout.encoding=UTF-8"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", classes, "org.lianxin.Lianxin"));
        command.addAll(
                List.of("demo", "--port", "0", "--data", folder.resolve("data").toString()));
        command.addAll(List.of(
                "--still",
                "--lianxin.demo.episodes=3000",
                "--lianxin.demo.closed-today=12",
                "--lianxin.demo.signals=" + signals));
        return command;
    }

    String url(String path) {
        return url + path;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
