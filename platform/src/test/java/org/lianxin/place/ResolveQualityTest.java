package org.lianxin.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Texts made otherwise than the bench makes them: by walking down the tree, with a clerk's pairs of confused characters. */
class ResolveQualityTest {

    private static final int TEXTS = 1_500;
    private static final String SAME_SOUND = "和河平坪新心兴星山珊林琳东冬华花安鞍福符阳杨城成江疆水税家佳村皴河何石十大达文闻镇振海害龙隆北倍";
    private static final String DIALECT = "山三水髓城岑中宗南蓝林宁河佛湖福兴新平贫江尖阳烟桥瞧张脏陈层石斯双酸凤粪龙农";
    private static final String TAILS = "(街道|镇|乡|村民委员会|村委会|社区居委会|社区居民委员会|居委会|社区|村|县|区|市|旗)$";

    private final Places places = Places.load();
    private final Random random = new Random(7);

    @Test
    void findsDivisionsWithoutSuffixesSpacedOutAndWithDetail() {
        int found = 0;
        for (int i = 0; i < TEXTS; i++) {
            List<Division> path = path();
            StringBuilder text = new StringBuilder();
            for (Division division : path) {
                text.append(random.nextBoolean() ? bare(division.name()) : division.name())
                        .append(random.nextInt(3) == 0 ? "\u3000" : "");
            }
            text.append(random.nextBoolean() ? "" : "，" + random.nextInt(1, 99) + "号");
            found += isFound(text.toString(), path.getLast()) ? 1 : 0;
        }
        assertThat(found / (double) TEXTS).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void findsDivisionsWrittenWithAnotherCharacterOfTheSameSound() {
        assertThat(shareOfSlips(pairs(SAME_SOUND))).isGreaterThanOrEqualTo(0.90);
    }

    @Test
    void findsDivisionsWrittenAsADialectHearsThem() {
        assertThat(shareOfSlips(pairs(DIALECT))).isGreaterThanOrEqualTo(0.75);
    }

    @Test
    void findsDivisionsWithOneCharacterLeftOutOfTheLastName() {
        int found = 0;
        for (int i = 0; i < TEXTS; i++) {
            List<Division> path = path();
            int[] name = path.getLast().name().codePoints().toArray();
            int left = random.nextInt(name.length);
            String shorter = new String(name, 0, left) + new String(name, left + 1, name.length - left - 1);
            found += isFound(above(path) + shorter, path.getLast()) ? 1 : 0;
        }
        assertThat(found / (double) TEXTS).isGreaterThanOrEqualTo(0.60);
    }

    @Test
    void neverFailsOnAnyText() {
        for (int i = 0; i < TEXTS; i++) {
            int[] points = random.ints(random.nextInt(200), 1, 0x2FFFF).toArray();
            StringBuilder text = new StringBuilder();
            for (int point : points) {
                text.appendCodePoint(random.nextInt(3) == 0 ? '市' : point);
            }
            Resolution resolution = places.resolve(text.toString());
            assertThat(resolution.candidates()).hasSizeLessThanOrEqualTo(Resolution.LIMIT);
            assertThat(resolution.ambiguous()).isEqualTo(resolution.total() > 1);
        }
    }

    private double shareOfSlips(Map<Integer, Integer> pairs) {
        int found = 0;
        int tried = 0;
        while (tried < TEXTS) {
            List<Division> path = path();
            String name = path.getLast().name();
            int[] points = name.codePoints().toArray();
            int at = random.nextInt(Math.max(1, bare(name).length()));
            Integer other = pairs.get(points[at]);
            if (other != null) {
                points[at] = other;
                tried++;
                found += isFound(above(path) + new String(points, 0, points.length), path.getLast()) ? 1 : 0;
            }
        }
        return found / (double) tried;
    }

    private boolean isFound(String text, Division division) {
        return places.resolve(text).candidates().stream()
                .limit(10)
                .anyMatch(candidate -> candidate.code().equals(division.code()));
    }

    private List<Division> path() {
        List<Division> path = new ArrayList<>();
        List<Division> below = places.listProvinces();
        int levels = random.nextInt(2, 6);
        while (!below.isEmpty() && path.size() < levels) {
            path.add(below.get(random.nextInt(below.size())));
            below = places.listChildren(path.getLast().code());
        }
        return path;
    }

    private static String above(List<Division> path) {
        StringBuilder above = new StringBuilder();
        path.subList(0, path.size() - 1).forEach(division -> above.append(division.name()));
        return above.toString();
    }

    private static String bare(String name) {
        String bare = name.replaceFirst(TAILS, "");
        return bare.length() < 2 ? name : bare;
    }

    private static Map<Integer, Integer> pairs(String text) {
        Map<Integer, Integer> pairs = new HashMap<>();
        for (int i = 0; i + 1 < text.length(); i += 2) {
            pairs.put((int) text.charAt(i), (int) text.charAt(i + 1));
        }
        return pairs;
    }
}
