package org.lianxin.analytics.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How much of what was planted in a {@link GeneratedCase} stands in what the case command found.
 *
 * @param planted rings of the case
 * @param subjects groups of accounts, or single ones, to which victims' money came
 * @param whole those of them that are one ring, nothing missing and nothing besides
 */
public record PlantedRings(int planted, int subjects, int whole) {
    /**
     * @param data folder of the generated case
     * @param leads folder of the case command
     */
    public static PlantedRings in(Path data, Path leads) throws IOException {
        Map<String, Set<String>> rings = new HashMap<>();
        for (String[] holder : rows(data.resolve("accounts.csv"))) {
            rings.computeIfAbsent(holder[0].substring(0, 11), fresh -> new HashSet<>())
                    .add(holder[0]);
        }
        Map<String, String> groupOf = new HashMap<>();
        Map<String, Set<String>> groups = new HashMap<>();
        for (String[] member : rows(leads.resolve("links/groups.csv"))) {
            groupOf.put(member[1], member[0]);
            groups.computeIfAbsent(member[0], fresh -> new HashSet<>()).add(member[1]);
        }
        var subjects = new HashSet<Set<String>>();
        for (String[] flow : rows(leads.resolve("trace/accounts.csv"))) {
            if (!flow[1].equals("0")) {
                subjects.add(groups.getOrDefault(groupOf.getOrDefault(flow[0], ""), Set.of(flow[0])));
            }
        }
        var planted = Set.copyOf(rings.values());
        return new PlantedRings(rings.size(), subjects.size(), (int)
                subjects.stream().filter(planted::contains).count());
    }

    private static List<String[]> rows(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.skip(1).map(line -> line.split(",", -1)).toList();
        }
    }

    /** Share of the planted rings that are a subject of their own. */
    public double recall() {
        return (double) whole / planted;
    }

    /** Share of the subjects that are a planted ring. */
    public double precision() {
        return (double) whole / subjects;
    }
}
