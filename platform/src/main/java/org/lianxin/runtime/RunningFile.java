package org.lianxin.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a running service says about itself in {@code running.json}, so that other commands find it.
 *
 * @param pid process that keeps the database: the service, or the parent of its nodes
 * @param url of its pages
 * @param jdbcUrl of its database
 */
record RunningFile(long pid, String url, String jdbcUrl, Instant started) {

    static RunningFile ofThisProcess(String url, Database database) {
        return new RunningFile(
                ProcessHandle.current().pid(),
                url,
                database.url(),
                Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS));
    }

    void write(Path file) {
        String json = """
                {"pid":"%d","url":"%s","jdbcUrl":"%s","started":"%s"}
                """.formatted(pid, url, jdbcUrl, started);
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, json);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The running service, if the file is there and its process alive. */
    static Optional<RunningFile> find(Path file) {
        try {
            String json = Files.readString(file);
            RunningFile found = new RunningFile(
                    Long.parseLong(value(json, "pid")),
                    value(json, "url"),
                    value(json, "jdbcUrl"),
                    Instant.parse(value(json, "started")));
            return ProcessHandle.of(found.pid).filter(ProcessHandle::isAlive).map(process -> found);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String value(String json, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        if (!matcher.find()) {
            throw new IllegalStateException("running.json has no " + name + ". Maybe it was edited; delete it");
        }
        return matcher.group(1);
    }
}
