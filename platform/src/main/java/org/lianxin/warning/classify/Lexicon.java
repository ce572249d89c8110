package org.lianxin.warning.classify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** All concepts in their order, and the automaton that finds their phrases. */
final class Lexicon {

    private final List<Concept> concepts;
    private final int[] conceptOfPhrase;
    private final List<Phrase> phrases;
    private final PhraseFinder finder;
    private final int advice;

    private Lexicon(List<Concept> concepts) {
        this.concepts = List.copyOf(concepts);
        phrases =
                this.concepts.stream().flatMap(each -> each.phrases().stream()).toList();
        conceptOfPhrase = new int[phrases.size()];
        int at = 0;
        for (int c = 0; c < concepts.size(); c++) {
            int next = at + concepts.get(c).phrases().size();
            Arrays.fill(conceptOfPhrase, at, next, c);
            at = next;
        }
        finder = new PhraseFinder(phrases);
        advice = this.concepts.stream().map(Concept::id).toList().indexOf(Concept.ADVICE);
    }

    static Lexicon load() {
        try (InputStream in = Lexicon.class.getResourceAsStream("/warning/classify/concepts.tsv");
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(in, "concepts.tsv"), StandardCharsets.UTF_8))) {
            return new Lexicon(lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Lexicon::read)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Concept read(String line) {
        String[] column = line.split("\t", -1);
        if (column.length != 5) {
            throw new IllegalArgumentException("five columns expected: " + line);
        }
        List<ScamLabel> labels = column[3].equals("-")
                ? List.of()
                : Arrays.stream(column[3].split(",")).map(ScamLabel::ofCode).toList();
        List<Phrase> phrases = new ArrayList<>();
        for (String written : column[4].split(" ", -1)) {
            if (!written.isBlank()) {
                phrases.add(Phrase.of(written));
            }
        }
        return new Concept(column[0], column[1], Double.parseDouble(column[2]), labels, phrases);
    }

    List<Concept> concepts() {
        return concepts;
    }

    List<Phrase> phrases() {
        return phrases;
    }

    int conceptOf(int phrase) {
        return conceptOfPhrase[phrase];
    }

    boolean isAdvice(int phrase) {
        return conceptOfPhrase[phrase] == advice;
    }

    List<PhraseFinder.Hit> find(PlainText text) {
        return finder.find(text);
    }
}
