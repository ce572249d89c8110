package org.lianxin.analytics.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianxin.analytics.core.IntColumn;
import org.lianxin.analytics.core.LongColumn;

/** Keys, dictionaries of parts and their merge against the slow obvious way, on accounts, words and hostile bytes. */
class DictionaryTest {
    private static final long MIX = 0x9E3779B97F4A7C15L;

    @Test
    void anAccountOfDigitsIsItsOwnKeyAndNothingElseIs() {
        var random = new Random(1);
        var texts = texts(random, 20_000);
        var whole = new HashMap<Long, String>();
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            long key = TextKey.of(bytes, 0, bytes.length);
            boolean isNumber = text.matches("[1-9][0-9]{0,18}");
            assertThat(TextKey.isWhole(key)).as(text).isEqualTo(isNumber);
            if (isNumber) {
                assertThat(key - Long.MIN_VALUE).as(text).isEqualTo(new BigInteger(text).longValue());
                assertThat(whole.getOrDefault(key, text)).isEqualTo(text);
                whole.put(key, text);
            }
        }
        assertThat(whole).hasSizeGreaterThan(5_000);
    }

    @Test
    void findsEveryTextAgainInOrderOfFirstAppearance() {
        var random = new Random(2);
        var texts = texts(random, 20_000);
        var dictionary = new Dictionary();
        var numbers = new HashMap<String, Integer>();
        for (int i = 0; i < 60_000; i++) {
            String text = texts.get(random.nextInt(texts.size()));
            byte[] bytes = ("," + text + ",").getBytes(StandardCharsets.ISO_8859_1);
            int expected = numbers.computeIfAbsent(text, one -> numbers.size());
            assertThat(dictionary.idOf(bytes, 1, bytes.length - 1)).isEqualTo(expected);
        }
        assertThat(dictionary.size()).isEqualTo(numbers.size());
    }

    @Test
    void tellsTextsApartWhoseKeysAreTheSame() {
        byte[] one = twin(1, 7);
        byte[] other = twin(2, 7);
        assertThat(TextKey.of(one, 0, 16)).isEqualTo(TextKey.of(other, 0, 16));
        var dictionary = new Dictionary();
        assertThat(dictionary.idOf(one, 0, 16)).isEqualTo(0);
        assertThat(dictionary.idOf(other, 0, 16)).isEqualTo(1);
        assertThat(dictionary.idOf(one, 0, 16)).isEqualTo(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 33})
    void numbersDependNeitherOnThePartsNorOnTheirOrder(int partCount) {
        var random = new Random(partCount);
        var texts = texts(random, 3_000);
        var expected = expected(texts);
        var perPart = new ArrayList<List<String>>();
        for (int part = 0; part < partCount; part++) {
            var own = new ArrayList<String>();
            texts.stream()
                    .filter(text -> partCount == 1 || random.nextInt(3) == 0)
                    .forEach(own::add);
            Collections.shuffle(own, random);
            perPart.add(own);
        }
        var held = new HashSet<String>();
        perPart.forEach(held::addAll);
        var merge = new TextMerge(perPart.stream()
                .map(DictionaryTest::ranked)
                .map(ranked -> new Part.LocalTexts(
                        LongColumn.of(ranked.keys()),
                        IntColumn.of(ranked.ends()),
                        MemorySegment.ofArray(ranked.heap())))
                .toList());
        var present = expected.stream().filter(held::contains).toList();
        assertThat(merge.size()).isEqualTo(present.size());
        for (int part = 0; part < partCount; part++) {
            int[] ranks = ranked(perPart.get(part)).ranks();
            for (int id = 0; id < ranks.length; id++) {
                String text = perPart.get(part).get(id);
                assertThat(present.get(merge.numbersOf(part)[ranks[id]])).isEqualTo(text);
            }
        }
    }

    /** Distinct texts in order of (key, bytes), by a sort. */
    private static List<String> expected(List<String> texts) {
        var sorted = new TreeSet<String>(Comparator.comparingLong((String text) -> {
                    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
                    return TextKey.of(bytes, 0, bytes.length);
                })
                .thenComparing(text -> text.getBytes(StandardCharsets.ISO_8859_1), Arrays::compareUnsigned));
        sorted.addAll(texts);
        return List.copyOf(sorted);
    }

    private static RankedTexts ranked(List<String> texts) {
        var dictionary = new Dictionary();
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            dictionary.idOf(bytes, 0, bytes.length);
        }
        return RankedTexts.of(dictionary);
    }

    /** Distinct: numbers of all lengths, numbers with something wrong, bytes at random, and texts that share a key. */
    private static List<String> texts(Random random, int count) {
        var texts = new HashSet<String>(List.of("", "0", "1", "9999999999999999999", "10000000000000000000", "00001"));
        while (texts.size() < count) {
            byte[] text = new byte[random.nextInt(26)];
            for (int i = 0; i < text.length; i++) {
                text[i] = (byte) ('0' + random.nextInt(10));
            }
            if (text.length > 0 && random.nextInt(3) == 0) {
                text[random.nextInt(text.length)] = (byte) random.nextInt(256);
            }
            if (random.nextInt(10) == 0) {
                random.nextBytes(text);
            }
            texts.add(new String(text, StandardCharsets.ISO_8859_1));
            if (random.nextInt(20) == 0) {
                long end = random.nextInt(50);
                texts.add(new String(twin(random.nextLong(), end), StandardCharsets.ISO_8859_1));
            }
        }
        return new ArrayList<>(texts);
    }

    /** Sixteen bytes; those with the same end have the same hash, whatever the beginning. */
    private static byte[] twin(long beginning, long end) {
        long state = mix(16 * MIX ^ beginning);
        return ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(beginning)
                .putLong(state ^ end)
                .array();
    }

    private static long mix(long value) {
        long product = value * MIX;
        return (product ^ product >>> 32) * 0xD6E8FEB86659FD93L;
    }
}
