package org.lianxin.place.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The names and codes of county level and above that ended since 1981, each with what took its place among the
 * divisions in use. A prefecture without a successor of its own passes to the cities that hold its counties today.
 */
final class PastWriter {

    private record Row(String code, String name, int depth, boolean inUse, int from, int until, List<String> next) {}

    private final List<Row> rows = new ArrayList<>();
    private final Map<String, List<Row>> byCode;
    private final Map<String, String> inUse = new TreeMap<>();
    private final Set<Row> visiting = new HashSet<>();

    private PastWriter(Path csv, List<List<SourceDivision>> levels) throws IOException {
        for (String line : Files.readAllLines(csv)) {
            if (Character.isDigit(line.charAt(0))) {
                rows.add(row(line.split(",", -1)));
            }
        }
        byCode = rows.stream().collect(Collectors.groupingBy(Row::code));
        for (int depth = 0; depth < 3; depth++) {
            for (SourceDivision division : levels.get(depth)) {
                inUse.put((division.code() + "0000").substring(0, 6), division.name());
            }
        }
    }

    /** Lines of code, base, tail, first year, last year, successors. */
    static String write(Path csv, List<List<SourceDivision>> levels) throws IOException {
        PastWriter writer = new PastWriter(csv, levels);
        StringBuilder out = new StringBuilder();
        for (Row row : writer.rows) {
            Set<String> successors = row.inUse() ? Set.of() : writer.successors(row);
            boolean same = successors.size() == 1
                    && successors.contains(row.code())
                    && row.name().equals(writer.inUse.get(row.code()));
            if (successors.isEmpty() || same) {
                continue;
            }
            NameSplitter.Split split = NameSplitter.split(row.depth(), row.name());
            out.append(String.join(
                            "\t",
                            row.code(),
                            split.base(),
                            split.tail(),
                            Integer.toString(row.from()),
                            Integer.toString(row.until()),
                            String.join(",", successors)))
                    .append('\n');
        }
        return out.toString();
    }

    private static Row row(String[] fields) {
        int depth = List.of("省级", "地级", "县级").indexOf(fields[4]);
        List<String> next = fields[8].isEmpty()
                ? List.of()
                : List.of(fields[8].split(";")).stream()
                        .filter(code -> !code.contains("["))
                        .toList();
        int until = fields[7].isEmpty() ? 9999 : Integer.parseInt(fields[7]);
        return new Row(fields[0], fields[3], depth, fields[5].equals("在用"), Integer.parseInt(fields[6]), until, next);
    }

    private Set<String> successors(Row row) {
        Set<String> found = new LinkedHashSet<>();
        if (!visiting.add(row)) {
            return found;
        }
        row.next().forEach(code -> found.addAll(today(code, row.until())));
        if (found.isEmpty()) {
            Row renamed = later(row.code(), row.until(), row);
            if (renamed != null) {
                found.addAll(renamed.inUse() ? today(row.code(), row.until()) : successors(renamed));
            }
        }
        if (found.isEmpty() && row.depth() == 1) {
            found.addAll(heirsOfCounties(row));
        }
        visiting.remove(row);
        return found;
    }

    private Set<String> today(String code, int year) {
        if (inUse.containsKey(code)) {
            return Set.of(code);
        }
        Row later = later(code, year, null);
        return later == null ? Set.of() : successors(later);
    }

    private @Nullable Row later(String code, int year, @Nullable Row except) {
        return byCode.getOrDefault(code, List.of()).stream()
                .filter(row -> row.until() >= year && !row.equals(except))
                .min(Comparator.comparingInt(Row::from))
                .orElse(null);
    }

    private List<String> heirsOfCounties(Row prefecture) {
        String prefix = prefecture.code().substring(0, 4);
        Map<String, Long> holders = rows.stream()
                .filter(row -> row.depth() == 2 && row.code().startsWith(prefix))
                .flatMap(row -> (row.inUse() ? today(row.code(), row.from()) : successors(row)).stream())
                .map(this::holder)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        String base = NameSplitter.split(1, prefecture.name()).base();
        for (String holder : holders.keySet()) {
            if (inUse.getOrDefault(holder, "").startsWith(base)) {
                return List.of(holder);
            }
        }
        long all = holders.values().stream().mapToLong(Long::longValue).sum();
        List<String> large = holders.entrySet().stream()
                .filter(entry -> entry.getValue() * 6 >= all)
                .sorted(Comparator.comparingLong(entry -> -entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        return !large.isEmpty()
                ? large
                : holders.keySet().stream()
                        .map(holder -> holder.substring(0, 2) + "0000")
                        .distinct()
                        .toList();
    }

    private String holder(String county) {
        String city = county.substring(0, 4) + "00";
        String name = inUse.getOrDefault(city, "市辖区");
        boolean nominal = name.contains("辖") || name.equals("县");
        return nominal ? county : city;
    }
}
