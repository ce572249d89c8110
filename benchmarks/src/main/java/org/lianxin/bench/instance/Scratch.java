package org.lianxin.bench.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.lianxin.bench.Options;

/** The folder of one run, deleted at its end unless {@code --keep} was given. */
public final class Scratch implements AutoCloseable {

    private final Path folder;
    private final boolean keep;

    private Scratch(Path folder, boolean keep) {
        this.folder = folder;
        this.keep = keep;
    }

    /** {@code --data DIR}, else {@code data/bench/NAME}; emptied first unless it is to be kept. */
    public static Scratch create(Options options, String name) {
        Path folder = Path.of(options.get("data", "data/bench/" + name)).toAbsolutePath();
        Scratch scratch = new Scratch(folder, options.has("keep"));
        if (!scratch.keep) {
            scratch.delete();
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return scratch;
    }

    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        if (!keep) {
            delete();
        }
    }

    private void delete() {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
