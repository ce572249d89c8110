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

/** The service in a process of its own: the demo city with a short past, or a house where nobody lives yet. */
final class StoryCity implements AutoCloseable {

    private static final String READY = "Lianxin is ready: ";

    private final Process process;
    private final Path folder;
    private final BufferedReader said;
    private final String url;

    private StoryCity(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
        this.said = process.inputReader(StandardCharsets.UTF_8);
        this.url = told(READY);
    }

    /** @param signals how many warnings wait in the city already */
    static StoryCity open(int signals) {
        return open(signals, 3_000);
    }

    /** @param past how many warnings the past year had */
    static StoryCity open(int signals, int past) {
        return start(
                "demo",
                "--still",
                "--lianxin.demo.episodes=" + past,
                "--lianxin.demo.closed-today=12",
                "--lianxin.demo.signals=" + signals);
    }

    /** For real work, at its very first start. */
    static StoryCity unfurnished() {
        return start("run");
    }

    private static StoryCity start(String command, String... options) {
        try {
            Path folder = Files.createTempDirectory(Path.of("/var/tmp"), "lianxin-story-");
            Process process = new ProcessBuilder(command(folder, command, options))
                    .redirectError(folder.resolve("errors").toFile())
                    .start();
            return new StoryCity(process, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the terminal says after these words; waits for the line. */
    String told(String words) {
        try {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.startsWith(words)) {
                    return line.substring(words.length());
                }
            }
            throw new IllegalStateException(
                    "the service never said " + words + ": " + Files.readString(folder.resolve("errors")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(Path folder, String word, String... options) {
        String classes = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(part -> !part.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx1g", "-XX:TieredStopAtLevel=1", "-Dstdout.encoding=UTF-8"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", classes, "org.lianxin.Lianxin"));
        command.addAll(
                List.of(word, "--port", "0", "--data", folder.resolve("data").toString()));
        command.addAll(List.of(options));
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
