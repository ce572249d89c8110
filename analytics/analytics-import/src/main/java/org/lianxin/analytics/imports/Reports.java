package org.lianxin.analytics.imports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import org.lianxin.analytics.api.ImportReport;

/** Writes quarantine.csv and duplicates.csv, and adds up. */
record Reports(Path caseFolder, List<Loaded> loaded, List<TransferMerge.PartOfSource> parts, IndexBuilder.Built built) {

    ImportReport write(Path partFolder) throws IOException {
        long quarantined = 0;
        long rows = 0;
        long taken = 0;
        try (var out = Files.newBufferedWriter(caseFolder.resolve("quarantine.csv"));
                var twice = Files.newBufferedWriter(caseFolder.resolve("duplicates.csv"))) {
            out.write(Quarantine.HEADER);
            twice.write("file,line,transaction id\n");
            int part = 0;
            for (var source : loaded) {
                String name = Quarantine.quoted(source.source().name());
                for (String file : source.parts()) {
                    copy(
                            partFolder.resolve(file.replace(".part", ".bad")),
                            name,
                            parts.get(part).linesBefore(),
                            out);
                    list(name, part, built.dropped().conflicts(part), out, Reason.ID_CONFLICT);
                    list(name, part, built.dropped().duplicates(part), twice, null);
                    listCalls(name, part, twice);
                    var counters = parts.get(part).part().counters();
                    rows += counters.rows();
                    taken += counters.taken();
                    quarantined += counters.quarantined();
                    part++;
                }
                if (source.cut()) {
                    out.write(name + "," + Quarantine.entry(0, Reason.SOURCE_CUT, ""));
                    rows++;
                    quarantined++;
                }
            }
        }
        return new ImportReport(
                rows,
                taken - built.duplicates() - built.conflicts(),
                built.duplicates(),
                quarantined + built.conflicts(),
                loaded.stream().map(Loaded::source).toList(),
                built.notes());
    }

    private static void copy(Path refused, String name, long linesBefore, BufferedWriter out) throws IOException {
        try (var in = Files.newBufferedReader(refused)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                int comma = line.indexOf(',');
                out.write(
                        name + "," + (Long.parseLong(line, 0, comma, 10) + linesBefore) + line.substring(comma) + "\n");
            }
        }
    }

    private void listCalls(String name, int number, BufferedWriter out) throws IOException {
        var rows = built.calls().duplicates(number);
        var calls = parts.get(number).part().calls();
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            out.write(
                    name + "," + (parts.get(number).linesBefore() + calls.line().get(row)) + ",\n");
        }
    }

    private void list(
            String name, int number, BitSet rows, BufferedWriter out, @org.jspecify.annotations.Nullable Reason reason)
            throws IOException {
        var part = parts.get(number).part();
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            long start = part.idStart(row);
            String id = Quarantine.quoted(new String(
                    part.ids().asSlice(start, part.idEnd().get(row) - start).toArray(ValueLayout.JAVA_BYTE),
                    StandardCharsets.UTF_8));
            long line = parts.get(number).linesBefore() + part.line().get(row);
            out.write(name + "," + line + "," + (reason == null ? id : reason.words() + "," + id) + "\n");
        }
    }
}
