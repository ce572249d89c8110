package org.lianxin.runtime;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.lianxin.runtime.postgres.EmbeddedPostgres;
import org.lianxin.runtime.postgres.PostgresSettings;
import org.lianxin.shared.Command;

/**
 * {@code ./lianxin restore --from DIR --data DIR [--wal DIR] [--erased-keys FILE]}: checks a backup, copies it into an empty
 * data folder and lets PostgreSQL recover it: to the end of the backup, or with archived log segments to the last of them.
 * With the newest list of erased keys, what was erased after the backup stays erased.
 */
public final class RestoreCommand implements Command {

    private static final String ERASED = "erased-keys";

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public String usage() {
        return """
                ./lianxin restore --from DIR --data DIR [--wal DIR] [--erased-keys FILE]
                  a backup into an empty data folder 恢复到空目录""";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            Options options = Options.of(arguments, Set.of("--from", "--data", "--wal", "--erased-keys"));
            restore(Path.of(options.get("--from")), new DataFolder(Path.of(options.get("--data"))), options, out);
            return 0;
        } catch (StartRefused refused) {
            err.println(refused.lines());
            return 2;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void restore(Path from, DataFolder data, Options options, PrintStream out) throws IOException {
        refuseUsed(data.root());
        List<String> faults = Manifest.faults(from);
        if (!faults.isEmpty()) {
            throw new StartRefused(
                    "the backup in " + from + " is damaged: "
                            + String.join("; ", faults.subList(0, Math.min(5, faults.size()))),
                    "use another backup");
        }
        copyAll(from, data.root());
        Path log = EmbeddedPostgres.folderOf(data).resolve("pg_wal");
        if (options.find("--wal").isPresent()) {
            copyAll(Path.of(options.get("--wal")), log);
        }
        if (options.find("--erased-keys").isPresent()) {
            mergeErased(Path.of(options.get("--erased-keys")), data.root().resolve(ERASED));
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, PostgresSettings.forThisMachine())) {
            out.println("Restored into " + data.root() + "; PostgreSQL has recovered it ("
                    + postgres.database().url() + ")");
        }
    }

    /** A folder that holds anything is never written into. */
    static void refuseUsed(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw new StartRefused(folder + " is not empty", "name a new or an empty folder");
            }
        }
    }

    private static void copyAll(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwx------"));
                } else if (!Files.exists(target)
                        && !each.getFileName().toString().equals(Manifest.NAME)) {
                    Files.copy(each, target);
                    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
                }
            }
        }
    }

    /** Whole lines only: one cut short by a power failure was never acknowledged. */
    private static Set<String> ids(Path list) throws IOException {
        String text = Files.readString(list);
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        Set<String> ids = new TreeSet<>(whole.lines().toList());
        ids.removeIf(String::isBlank);
        return ids;
    }

    private static void mergeErased(Path newest, Path restored) throws IOException {
        Set<String> known = ids(newest);
        if (Files.exists(restored)) {
            known.addAll(ids(restored));
        }
        Files.write(restored, known);
    }
}
