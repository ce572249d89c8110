package org.lianxin.warning.script;

import java.util.ArrayList;
import java.util.List;

/** One part of the Markdown under its heading: its lines with their numbers. */
record Section(String heading, int line, List<Line> lines) {

    /** @param number from 1 */
    record Line(int number, String text) {}

    /** Runs of lines without a blank line between them, each joined into one passage. */
    List<Line> passages() {
        List<Line> passages = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int first = 0;
        for (Line line : lines) {
            if (line.text().isBlank()) {
                add(passages, first, text);
            } else {
                first = text.isEmpty() ? line.number() : first;
                text.append(line.text().strip());
            }
        }
        add(passages, first, text);
        return passages;
    }

    private static void add(List<Line> passages, int first, StringBuilder text) {
        if (!text.isEmpty()) {
            passages.add(new Line(first, text.toString()));
            text.setLength(0);
        }
    }

    /** The items of a list, whatever they are numbered or marked with. */
    List<Line> items() {
        return lines.stream()
                .filter(line -> !line.text().isBlank())
                .map(line ->
                        new Line(line.number(), line.text().strip().replaceFirst("^([-*·]|[0-9]{1,2}[.、．)])\\s*", "")))
                .filter(line -> !line.text().isBlank())
                .toList();
    }

    /** The parts below headings of the next level; what stands before the first of them is left out. */
    List<Section> parts() {
        List<Section> parts = new ArrayList<>();
        for (Line line : lines) {
            if (line.text().startsWith("### ")) {
                parts.add(new Section(line.text().substring(4).strip(), line.number(), new ArrayList<>()));
            } else if (!parts.isEmpty()) {
                parts.getLast().lines().add(line);
            }
        }
        return parts;
    }
}
