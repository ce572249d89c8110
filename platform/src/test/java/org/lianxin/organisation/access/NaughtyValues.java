package org.lianxin.organisation.access;

import java.util.List;
import java.util.stream.Stream;

/** What nobody should send: for a place in a query or path as text, for a place in a body as JSON. */
final class NaughtyValues {

    private NaughtyValues() {}

    static List<String> texts() {
        return List.of(
                "",
                " ",
                "\u0000",
                "a\u0000b",
                "\u0001",
                "\u001b[31m",
                "\u0085",
                "a\r\nSet-Cookie: x=y",
                "' or 1=1 --",
                "\"; drop table x; --",
                "<script>alert(1)</script>",
                "../../../../etc/passwd",
                "${7*7}{{7*7}}%n%s",
                "\\",
                "%",
                "_",
                "%00",
                "null",
                "NaN",
                "-1",
                "0",
                "2147483648",
                "9223372036854775807",
                "99999999999999999999",
                "1e400",
                "2026-13-45T25:61:61Z",
                "+999999999-12-31T23:59:59Z",
                "-999999999-01-01T00:00:00Z",
                "294277-01-01T00:00:00Z",
                "00000000-0000-0000-0000-000000000000",
                "\uD842\uDFB7\u202E\u200B\uFEFF",
                "长".repeat(1_500),
                "长".repeat(120));
    }

    static List<String> json() {
        Stream<String> others = Stream.of(
                "null",
                "true",
                "-1",
                "0.5",
                "9223372036854775807",
                "-9223372036854775808",
                "99999999999999999999999",
                "1e400",
                "[]",
                "[null]",
                "[[[[]]]]",
                "{}",
                "{\"a\":null}",
                "{\"\\u0000\":\"\\u0000\"}",
                "[\"\\u0000\"]",
                "\"\\ud800\"",
                "\"" + "x".repeat(5_000) + "\"");
        return Stream.concat(texts().stream().map(NaughtyValues::quoted), others)
                .toList();
    }

    /** Bodies that are wrong as a whole. */
    static List<String> bodies() {
        return List.of(
                "",
                "null",
                "[]",
                "[null]",
                "\"x\"",
                "7",
                "{",
                "{\"a\":}",
                "\u0000",
                "{\"\\u0000\":1}",
                "[".repeat(5_000),
                "{\"a\":".repeat(2_000),
                "{}{}",
                "\uFEFF{}");
    }

    static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(c -> json.append(escaped((char) c)));
        return json.append('"').toString();
    }

    private static String escaped(char c) {
        return c < ' ' || c == '"' || c == '\\' ? "\\u%04x".formatted((int) c) : String.valueOf(c);
    }
}
