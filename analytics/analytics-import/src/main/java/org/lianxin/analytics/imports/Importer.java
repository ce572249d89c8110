package org.lianxin.analytics.imports;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianxin.analytics.api.Authority;
import org.lianxin.analytics.api.EvidenceProblem;
import org.lianxin.analytics.api.ImportReport;
import org.lianxin.analytics.api.ImportSpec;

/**
 * Loads files of evidence into a case folder. A stretch of a file that was read is not read again: an import that was
 * killed goes on where it was, and evidence that is added later leaves the old parts alone. The case changes in one step
 * at the very end.
 */
public final class Importer {
    private static final long LEAST_STRETCH = 4L << 20;
    private static final long MOST_STRETCH = 128L << 20;

    private final ImportSpec spec;
    private final Progress progress;
    private final Path parts;
    private final Path work;

    private Importer(ImportSpec spec, Progress progress) {
        this.spec = spec;
        this.progress = progress;
        parts = spec.caseFolder().resolve("parts");
        work = spec.caseFolder().resolve("work");
    }

    /** Loads, and tells what became of every row of the case. */
    public static ImportReport run(ImportSpec spec, Progress progress) throws IOException {
        return new Importer(spec, progress).run();
    }

    private ImportReport run() throws IOException {
        Files.createDirectories(parts);
        Files.createDirectories(work);
        @Nullable Manifest before = Manifest.find(spec.caseFolder());
        if (before != null && !isSameOrExtended(before.authority(), spec.authority())) {
            throw new EvidenceProblem(
                    "authority",
                    "The case stands under authority %s. Import under the same one, or make a new case."
                            .formatted(
                                    before.authority() == null
                                            ? "of nobody"
                                            : before.authority().number()));
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(spec.threads())) {
            var evidence = open();
            var kept = before == null ? List.<Loaded>of() : Loaded.of(before, evidence);
            var read = new ArrayList<>(kept);
            long stretch = Math.clamp(spec.memoryBytes() / spec.threads() / 8, LEAST_STRETCH, MOST_STRETCH);
            read.addAll(read(evidence, stretch, pool));
            read.sort(Comparator.comparing(
                    loaded -> loaded.source().sha256() + loaded.source().kind()));
            return index(before, read, pool);
        }
    }

    /** The same authority; its expiry may have been put off, never its cover, by which rows were refused. */
    private static boolean isSameOrExtended(@Nullable Authority before, Authority now) {
        return before != null
                && now.number().equals(before.number())
                && now.issuedBy().equals(before.issuedBy())
                && now.coversFrom().equals(before.coversFrom())
                && now.coversUntil().equals(before.coversUntil())
                && !now.expires().isBefore(before.expires());
    }

    private List<Evidence> open() throws IOException {
        var unpacker = new Unpacker(work);
        var opened = new ArrayList<Evidence>();
        for (FileKind kind : FileKind.values()) {
            List<Path> files = switch (kind) {
                case TRANSFERS -> spec.transfers();
                case LOGINS -> spec.logins();
                case ACCOUNTS -> spec.accounts();
                case CALLS -> spec.calls();
            };
            for (Path file : files) {
                var evidence = unpacker.open(file, kind);
                if (opened.stream().noneMatch(known -> known.key().equals(evidence.key()))) {
                    opened.add(evidence);
                }
            }
        }
        return opened;
    }

    private List<Loaded> read(List<Evidence> evidence, long stretchBytes, ExecutorService pool) throws IOException {
        var stretches = new ArrayList<Stretch>();
        long total = 0;
        for (var file : evidence) {
            stretches.addAll(Cutter.cut(file, stretchBytes));
            total += file.textBytes();
        }
        var done = new AtomicLong();
        long all = total;
        var cover = Cover.of(spec.authority());
        Together.run(pool, stretches, stretch -> {
            stretch.read(parts, cover);
            progress.at("read", done.addAndGet(stretch.nominalEnd() - stretch.start()), all);
        });
        var loaded = new ArrayList<Loaded>();
        for (var file : evidence) {
            var own = stretches.stream()
                    .filter(stretch -> stretch.evidence().equals(file))
                    .toList();
            loaded.add(Loaded.of(file, Cutter.mended(own, parts, cover), parts));
        }
        return loaded;
    }

    private ImportReport index(@Nullable Manifest before, List<Loaded> loaded, ExecutorService pool)
            throws IOException {
        String name = "index-" + (before != null && before.index().equals("index-a") ? "b" : "a");
        Path folder = spec.caseFolder().resolve(name);
        clear(folder);
        try (var arena = Arena.ofShared()) {
            var opened = new ArrayList<TransferMerge.PartOfSource>();
            for (int source = 0; source < loaded.size(); source++) {
                long lines = loaded.get(source).linesBefore();
                for (String part : loaded.get(source).parts()) {
                    var file = Part.open(parts.resolve(part), arena);
                    opened.add(new TransferMerge.PartOfSource(file, source, lines));
                    lines += file.counters().lines();
                }
            }
            var built = new IndexBuilder(folder, spec.memoryBytes(), spec.threads(), pool, progress).build(opened);
            var report = new Reports(spec.caseFolder(), loaded, opened, built).write(parts);
            new Manifest(
                            Manifest.FORMAT,
                            Manifest.VERSION,
                            spec.authority(),
                            name,
                            report,
                            loaded.stream()
                                    .flatMap(one -> one.entries().stream())
                                    .toList(),
                            built.currencies(),
                            built.channels(),
                            Columns.MEANING)
                    .write(spec.caseFolder());
            // only now is the old index no longer the case
            clear(spec.caseFolder().resolve(name.equals("index-a") ? "index-b" : "index-a"));
            clear(work);
            forgetOtherParts(loaded);
            return report;
        }
    }

    /** Parts of an import that was cut differently and given up. */
    private void forgetOtherParts(List<Loaded> loaded) throws IOException {
        var kept = loaded.stream().flatMap(one -> one.parts().stream()).collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(parts)) {
            for (Path file : files.toList()) {
                String part = file.getFileName().toString().replaceAll("\\.bad$", ".part");
                if (!kept.contains(part)) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
