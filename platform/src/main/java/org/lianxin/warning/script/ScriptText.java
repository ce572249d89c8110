package org.lianxin.warning.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianxin.warning.domain.Belief;
import org.lianxin.warning.script.Section.Line;

/** Reads a script from its Markdown, or says line by line what keeps it from being one: SC-01 to SC-05. */
public final class ScriptText {

    static final String WHAT = "骗局是什么";
    static final String STEPS = "一步一步怎么骗";
    static final String OPENING = "开场";
    static final String ASKED = "当事人会问";
    static final String QUESTIONS = "八问";
    static final String MANNER = "请这样说话";

    private static final int FEWEST_STEPS = 3;
    private static final int MOST_STEPS = 7;
    private static final int FEWEST_PASSAGES = 2;
    private static final int MOST_PASSAGES = 5;
    private static final int ANSWERS = 4;
    private static final int EIGHT = 8;

    private final List<Flaw> flaws = new ArrayList<>();
    private final Map<String, Section> sections = new LinkedHashMap<>();
    private String title = "";

    private ScriptText() {}

    /** What came of reading. */
    public sealed interface Reading {
        record Whole(Script script) implements Reading {}

        /** In the order of the lines; what is missing altogether comes first. */
        record Flawed(List<Flaw> flaws) implements Reading {}
    }

    public static Reading read(String markdown) {
        ScriptText text = new ScriptText();
        text.split(markdown);
        Script script = text.script();
        return text.flaws.isEmpty()
                ? new Reading.Whole(script)
                : new Reading.Flawed(text.flaws.stream()
                        .sorted(Comparator.comparingInt(Flaw::line))
                        .toList());
    }

    /** The headings that a script has, in the order they are usually written. */
    public static List<String> headings() {
        return Stream.of(
                        Stream.of(WHAT, STEPS, OPENING),
                        Arrays.stream(Belief.values()).map(Belief::title),
                        Stream.of(ASKED, QUESTIONS, MANNER))
                .flatMap(each -> each)
                .toList();
    }

    private void split(String markdown) {
        Section open = new Section("", 0, new ArrayList<>());
        int number = 0;
        for (String line : markdown.split("\\R", -1)) {
            number++;
            if (line.startsWith("## ")) {
                open = begin(line.substring(3).strip(), number);
            } else if (line.startsWith("# ") && title.isEmpty()) {
                title = line.substring(2).strip();
            } else {
                open.lines().add(new Line(number, line));
            }
        }
        if (title.isEmpty()) {
            flaws.add(Flaw.of(0, "no-title"));
        }
        headings().stream()
                .filter(heading -> !sections.containsKey(heading))
                .forEach(heading -> flaws.add(Flaw.of(0, "missing", heading)));
    }

    private Section begin(String heading, int number) {
        Section section = new Section(heading, number, new ArrayList<>());
        if (!headings().contains(heading)) {
            flaws.add(Flaw.of(number, "unknown-heading", heading, String.join("、", headings())));
        } else if (sections.putIfAbsent(heading, section) != null) {
            flaws.add(Flaw.of(number, "twice", heading));
        }
        return section;
    }

    private Script script() {
        return new Script(
                title,
                one(WHAT),
                list(STEPS, FEWEST_STEPS, MOST_STEPS),
                said(OPENING),
                branches(),
                answers(),
                eight(),
                manner());
    }

    private String one(String heading) {
        return whole(sections.get(heading));
    }

    private String said(String heading) {
        Section section = sections.get(heading);
        if (section != null) {
            section.passages().forEach(this::hear);
        }
        return whole(section);
    }

    private String whole(@Nullable Section section) {
        if (section == null) {
            return "";
        }
        List<Line> passages = section.passages();
        if (passages.isEmpty()) {
            flaws.add(Flaw.of(section.line(), "empty", section.heading()));
        }
        return String.join("\n", passages.stream().map(Line::text).toList());
    }

    private List<String> list(String heading, int fewest, int most) {
        Section section = sections.get(heading);
        if (section == null) {
            return List.of();
        }
        List<Line> items = section.items();
        if (items.size() < fewest || items.size() > most) {
            flaws.add(Flaw.of(section.line(), "count", heading, items.size(), range(fewest, most)));
        }
        return items.stream().map(Line::text).toList();
    }

    private static String range(int fewest, int most) {
        return fewest == most ? String.valueOf(fewest) : fewest + "–" + most;
    }

    private List<String> eight() {
        return list(QUESTIONS, EIGHT, EIGHT);
    }

    private List<String> manner() {
        return list(MANNER, 1, MOST_STEPS);
    }

    private Map<Belief, List<String>> branches() {
        Map<Belief, List<String>> branches = new EnumMap<>(Belief.class);
        for (Belief belief : Belief.values()) {
            Section section = sections.get(belief.title());
            if (section != null) {
                List<Line> passages = section.passages();
                if (passages.size() < FEWEST_PASSAGES || passages.size() > MOST_PASSAGES) {
                    String range = range(FEWEST_PASSAGES, MOST_PASSAGES);
                    flaws.add(Flaw.of(section.line(), "count", belief.title(), passages.size(), range));
                }
                passages.forEach(this::hear);
                branches.put(belief, passages.stream().map(Line::text).toList());
            }
        }
        return branches;
    }

    private List<Script.Answer> answers() {
        Section section = sections.get(ASKED);
        if (section == null) {
            return List.of();
        }
        List<Section> parts = section.parts();
        if (parts.size() != ANSWERS) {
            flaws.add(Flaw.of(section.line(), "count", ASKED, parts.size(), range(ANSWERS, ANSWERS)));
        }
        List<Script.Answer> answers = new ArrayList<>();
        for (Section part : parts) {
            part.passages().forEach(this::hear);
            answers.add(new Script.Answer(part.heading(), whole(part)));
        }
        proof(parts, answers);
        return answers;
    }

    /** SC-02: who asks how to know that we are the police is told the code and where to check it. */
    private void proof(List<Section> parts, List<Script.Answer> answers) {
        if (answers.isEmpty()) {
            return;
        }
        Script.Answer first = answers.getFirst();
        boolean asksForProof = first.question().contains("警察");
        boolean proves = first.answer().contains("{" + Placeholders.CODE + "}")
                && first.answer().contains("{" + Placeholders.PAGE + "}");
        if (!asksForProof || !proves) {
            flaws.add(Flaw.of(parts.getFirst().line(), "no-proof"));
        }
    }

    private void hear(Line said) {
        flaws.addAll(Speech.flaws(said));
    }
}
