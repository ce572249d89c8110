package org.lianxin.analytics.local;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Small tables for people and their programs: UTF-8, line feeds, yuan with two places, times of Shanghai with offset. */
final class Csv {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(ZoneId.of("Asia/Shanghai"));

    private Csv() {}

    /** One line. */
    static void line(BufferedWriter out, Object... fields) throws IOException {
        for (int i = 0; i < fields.length; i++) {
            if (i > 0) {
                out.write(',');
            }
            String text = fields[i].toString();
            boolean plain = text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0;
            out.write(plain ? text : '"' + text.replace("\"", "\"\"") + '"');
        }
        out.write('\n');
    }

    static String yuan(long cents) {
        return "%d.%02d".formatted(cents / 100, cents % 100);
    }

    static String time(@Nullable Instant time) {
        return time == null ? "" : TIME.format(time);
    }

    /** Rows after the header, trimmed; a mark of byte order is no text. */
    static List<String[]> read(Path file) throws IOException {
        var rows = new ArrayList<String[]>();
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String text = line.replace("\uFEFF", "").strip();
                if (!text.isEmpty()) {
                    String[] fields = text.split(",", -1);
                    for (int i = 0; i < fields.length; i++) {
                        fields[i] = fields[i].strip().replaceAll("^\"|\"$", "");
                    }
                    rows.add(fields);
                }
            }
        }
        return rows;
    }
}
