package org.lianxin.place.gazetteer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Names that lead to divisions in use without being theirs: names and codes that ended, and short names in common use. */
public final class OtherNames {

    /**
     * One other name.
     *
     * @param code the code it had, or the code of the division it is short for
     * @param untilYear the year in which it ended; 0 for a short name
     * @param heirs the nodes it leads to
     */
    public record OtherName(String code, int base, int tail, int depth, int fromYear, int untilYear, int[] heirs) {
        public boolean isPast() {
            return untilYear > 0;
        }
    }

    private final BitSet named = new BitSet();
    private final Map<Integer, List<OtherName>> byBase = new HashMap<>();
    private final Map<String, List<OtherName>> byCode = new HashMap<>();
    private final Map<Integer, List<OtherName>> byHeir = new HashMap<>();

    /** Reads both files; their bases become known to the gazetteer. */
    static OtherNames load(Gazetteer gazetteer) {
        OtherNames loaded = new OtherNames();
        loaded.read("past.tsv.gz", gazetteer);
        loaded.read("short-names.tsv", gazetteer);
        return loaded;
    }

    private void read(String file, Gazetteer gazetteer) {
        try (InputStream in = OtherNames.class.getResourceAsStream("/place/" + file)) {
            if (in == null) {
                throw new IllegalStateException("place/" + file + " is missing. Maybe the build left out resources");
            }
            InputStream plain = file.endsWith(".gz") ? new GZIPInputStream(in) : in;
            BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                add(line.split("\t", -1), gazetteer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("place/" + file + " cannot be read", e);
        }
    }

    private void add(String[] fields, Gazetteer gazetteer) {
        int[] base = Points.plain(fields[1]);
        int[] heirs = Arrays.stream(fields[5].split(","))
                .mapToInt(gazetteer::find)
                .filter(node -> node >= 0)
                .toArray();
        if (heirs.length == 0) {
            return;
        }
        OtherName name = new OtherName(
                fields[0],
                gazetteer.bases().intern(base, 0, base.length),
                gazetteer.tails().intern(fields[2]),
                fields[0].endsWith("0000") ? 0 : fields[0].endsWith("00") ? 1 : 2,
                Integer.parseInt(fields[3]),
                Integer.parseInt(fields[4]),
                heirs);
        named.set(name.base());
        byBase.computeIfAbsent(name.base(), any -> new ArrayList<>()).add(name);
        if (name.isPast()) {
            byCode.computeIfAbsent(name.code(), any -> new ArrayList<>()).add(name);
            Arrays.stream(heirs)
                    .forEach(heir -> byHeir.computeIfAbsent(heir, any -> new ArrayList<>())
                            .add(name));
        }
    }

    public List<OtherName> listByBase(int base) {
        return named.get(base) ? byBase.getOrDefault(base, List.of()) : List.of();
    }

    /** The past divisions that had this code. */
    public List<OtherName> listByCode(String code) {
        return byCode.getOrDefault(code, List.of());
    }

    /** The past divisions whose place this node took. */
    public List<OtherName> listByHeir(int node) {
        return byHeir.getOrDefault(node, List.of());
    }
}
