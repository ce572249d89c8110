package org.lianxin.warning.domain;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** WA-01: which column of a file means which field. Headers in any order, with synonyms, not always in the first row. */
public record Columns(List<Column> all) {

    private static final Map<String, Field> KNOWN = known();

    public Columns {
        all = List.copyOf(all);
    }

    /**
     * One column.
     *
     * @param letter as the spreadsheet shows it
     * @param field null when we keep it without understanding it
     * @param stopped on the {@link StopList}: read over, not stored
     * @param tenThousands amounts are written in 万元
     */
    public record Column(
            int index,
            String letter,
            String header,
            @Nullable Field field,
            boolean stopped,
            boolean tenThousands) {}

    /** What a row of headers was recognised as. */
    public sealed interface Reading {
        record Recognised(Columns columns) implements Reading {}

        /** The same header stands over two columns: nobody can know which is meant. */
        record Duplicate(String header, String firstLetter, String secondLetter) implements Reading {}

        record Lacking(List<Field> fields) implements Reading {}
    }

    /** How many different fields a row of texts names, so that the header row can be found among the first rows. */
    public static long fieldsNamed(List<String> cells) {
        return cells.stream()
                .map(Columns::fieldOf)
                .flatMap(Optional::stream)
                .distinct()
                .count();
    }

    public static Reading read(List<String> headers) {
        Map<String, Integer> seen = new HashMap<>();
        Map<Field, Integer> best = new EnumMap<>(Field.class);
        for (int i = 0; i < headers.size(); i++) {
            String plain = plain(headers.get(i));
            if (plain.isEmpty()) {
                continue;
            }
            Integer before = seen.putIfAbsent(plain, i);
            if (before != null) {
                return new Reading.Duplicate(headers.get(i).strip(), letter(before), letter(i));
            }
            int index = i;
            fieldOf(headers.get(i))
                    .ifPresent(field -> best.merge(field, index, (a, b) -> better(field, headers, a, b)));
        }
        List<Field> lacking = List.of(Field.OCCURRED_AT, Field.NAME, Field.LEVEL).stream()
                .filter(field -> !best.containsKey(field))
                .toList();
        return lacking.isEmpty() ? new Reading.Recognised(columns(headers, best)) : new Reading.Lacking(lacking);
    }

    private static Columns columns(List<String> headers, Map<Field, Integer> best) {
        List<Column> all = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            String header = headers.get(i).replaceAll("\\p{Cntrl}", " ").strip();
            Field field = fieldOf(header).orElse(null);
            boolean chosen = field != null && Integer.valueOf(i).equals(best.get(field));
            boolean stopped = !chosen && StopList.covers(header);
            String name = header.isEmpty() ? "列" + letter(i) : header;
            all.add(new Column(i, letter(i), name, chosen ? field : null, stopped, header.contains("万")));
        }
        return new Columns(all);
    }

    private static int better(Field field, List<String> headers, int first, int second) {
        int a = field.headers().indexOf(plain(headers.get(first)));
        int b = field.headers().indexOf(plain(headers.get(second)));
        return b >= 0 && (a < 0 || b < a) ? second : first;
    }

    /** The field a header names; empty when it is one we only keep. */
    public static Optional<Field> fieldOf(String header) {
        return Optional.ofNullable(KNOWN.get(plain(header)));
    }

    /** {@code A}, {@code B}, … {@code AA}. */
    public static String letter(int index) {
        StringBuilder letters = new StringBuilder();
        for (int i = index + 1; i > 0; i = (i - 1) / 26) {
            letters.append((char) ('A' + (i - 1) % 26));
        }
        return letters.reverse().toString();
    }

    private static String plain(String header) {
        return Normalizer.normalize(header, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\([^)]*\\)|\\[[^\\]]*\\]", "")
                .replaceAll("[\\p{Z}\\p{C}*:_-]", "");
    }

    private static Map<String, Field> known() {
        Map<String, Field> known = new HashMap<>();
        for (Field field : Field.values()) {
            field.headers().forEach(header -> known.put(header, field));
        }
        return Map.copyOf(known);
    }
}
