package org.lianxin.analytics.imports;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Few texts that come again and again (currencies, channels), numbered; each spelling is looked at once. */
final class Labels {
    private final Dictionary spellings = new Dictionary();
    private final List<String> labels = new ArrayList<>();
    private final UnaryOperator<String> normal;
    private final Charset charset;
    private final int most;
    private int[] numbers = new int[16];

    /** @param most with this many labels the rest is one: "other" */
    Labels(Charset charset, int most, UnaryOperator<String> normal) {
        this.charset = charset;
        this.most = most;
        this.normal = normal;
        labels.add(normal.apply(""));
    }

    int numberOf(byte[] text, int start, int end) {
        int before = spellings.size();
        if (before > 1_000_000) {
            return 0;
        }
        int id = spellings.idOf(text, start, end);
        if (id == numbers.length) {
            numbers = Arrays.copyOf(numbers, id * 2);
        }
        if (id == before) {
            String label = normal.apply(Texts.show(Arrays.copyOfRange(text, start, end), charset)
                    .replace("\"", "")
                    .strip());
            int known = labels.indexOf(label);
            if (known < 0) {
                known = labels.size() < most ? labels.size() : 0;
                if (known > 0) {
                    labels.add(label);
                }
            }
            numbers[id] = known;
        }
        return numbers[id];
    }

    List<String> labels() {
        return labels;
    }
}
