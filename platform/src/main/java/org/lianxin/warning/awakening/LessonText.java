package org.lianxin.warning.awakening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lianxin.warning.domain.AwakeningPath;

/** Reads a lesson from its Markdown. What is not whole is refused with its name: {@link IllegalArgumentException}. */
final class LessonText {

    static final String CHECKS = "一起核对";
    static final String TEST = "知识测试";

    private static final String VERSION = "版本 ";
    private static final int FEWEST_OPTIONS = 3;

    private final Map<String, List<String>> sections = new LinkedHashMap<>();
    private String title = "";
    private int version;

    private LessonText() {}

    static Lesson read(String markdown) {
        LessonText text = new LessonText();
        text.split(markdown);
        return text.lesson();
    }

    private void split(String markdown) {
        List<String> open = new ArrayList<>();
        for (String line : markdown.split("\\R", -1)) {
            if (line.startsWith("## ")) {
                open = new ArrayList<>();
                if (sections.putIfAbsent(line.substring(3).strip(), open) != null) {
                    throw new IllegalArgumentException(title + ": twice " + line);
                }
            } else if (line.startsWith("# ")) {
                title = line.substring(2).strip();
            } else if (sections.isEmpty() && line.startsWith(VERSION)) {
                version = Integer.parseInt(line.substring(VERSION.length()).strip());
            } else {
                open.add(line);
            }
        }
    }

    private Lesson lesson() {
        if (title.isEmpty() || version < 1) {
            throw new IllegalArgumentException("a lesson has a title and a version: '" + title + "' " + version);
        }
        Map<AwakeningPath, List<String>> own = new EnumMap<>(AwakeningPath.class);
        Arrays.stream(AwakeningPath.values()).forEach(path -> own.put(path, passages(path.title())));
        List<String> checks = passages(CHECKS).stream()
                .flatMap(each -> Arrays.stream(each.split("\n", -1)))
                .map(each -> each.replaceFirst("^([-*]|[0-9]{1,2}[.、])\\s*", ""))
                .toList();
        return new Lesson(title, version, own, checks, questions());
    }

    private List<String> section(String heading) {
        List<String> lines = sections.get(heading);
        if (lines == null || lines.stream().allMatch(String::isBlank)) {
            throw new IllegalArgumentException(title + " lacks ## " + heading);
        }
        return lines;
    }

    private List<String> passages(String heading) {
        String all = String.join("\n", section(heading)).strip();
        return Arrays.stream(all.split("\n\\s*\n", -1)).map(String::strip).toList();
    }

    private List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        String all = "\n" + String.join("\n", section(TEST));
        for (String part : all.split("\n### ", -1)) {
            if (!part.isBlank()) {
                questions.add(question(part.strip().split("\n", -1)));
            }
        }
        return questions;
    }

    private Question question(String[] lines) {
        List<String> options = new ArrayList<>();
        List<Integer> right = new ArrayList<>();
        StringBuilder why = new StringBuilder();
        for (String line : Arrays.copyOfRange(lines, 1, lines.length)) {
            if (line.startsWith("- [")) {
                if (line.startsWith("- [x] ")) {
                    right.add(options.size());
                }
                options.add(line.substring("- [x] ".length()).strip());
            } else if (line.startsWith("> ")) {
                why.append(line.substring(2).strip());
            }
        }
        if (right.size() != 1 || options.size() < FEWEST_OPTIONS || why.isEmpty()) {
            throw new IllegalArgumentException(title + ", " + lines[0] + ": " + options.size() + " options, "
                    + right.size() + " right. Maybe the reason (> …) or a mark [x] is missing");
        }
        return new Question(lines[0].strip(), options, right.getFirst(), why.toString());
    }
}
