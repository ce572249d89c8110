package org.lianxin.analytics.imports;

import java.util.List;

/** From a part's numbers of currencies and channels to those of the case. */
record Relabel(int[] currencies, int[] channels) {
    static Relabel of(Part part, List<String> currencies, List<String> channels) {
        return new Relabel(numbers(part.currencies(), currencies), numbers(part.channels(), channels));
    }

    private static int[] numbers(List<String> local, List<String> all) {
        return local.stream().mapToInt(label -> Math.max(0, all.indexOf(label))).toArray();
    }

    int apply(int marks) {
        int flags = marks & ~(TransferPart.CURRENCY_MASK | TransferPart.CHANNEL_MASK << TransferPart.CHANNEL_SHIFT);
        int channel = channels[marks >>> TransferPart.CHANNEL_SHIFT & TransferPart.CHANNEL_MASK];
        return flags | currencies[marks & TransferPart.CURRENCY_MASK] | channel << TransferPart.CHANNEL_SHIFT;
    }
}
