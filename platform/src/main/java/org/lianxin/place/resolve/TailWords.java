package org.lianxin.place.resolve;

import java.util.List;
import org.lianxin.place.gazetteer.Points;

/** The tails that people write, per level, longest first. */
final class TailWords {

    private static final List<List<int[]>> ONCE = List.of(
            words("特别行政区", "自治区", "省", "市"),
            words("自治州", "地区", "盟", "州", "市"),
            words("自治县", "自治旗", "新区", "林区", "特区", "县", "市", "区", "旗"),
            words("街道办事处", "街道办", "地区办事处", "街办", "街道", "办事处", "镇人民政府", "镇政府", "乡人民政府", "乡政府", "民族乡", "苏木", "镇", "乡"));
    private static final List<int[]> VILLAGE = words(
            "居民委员会", "村民委员会", "牧民委员会", "居委会", "村委会", "牧委会", "委员会", "委会", "村民委", "居民委", "居委", "村委", "牧委", "社区", "嘎查",
            "村");

    private TailWords() {}

    /** How many code points of a tail of this level the text has at {@code at}; villages may chain several (村社区居委会). */
    static int length(int depth, Query query, int at) {
        if (depth < 4) {
            return first(ONCE.get(depth), query, at);
        }
        int end = at;
        int next = first(VILLAGE, query, end);
        while (next > 0) {
            end += next;
            next = first(VILLAGE, query, end);
        }
        return end - at;
    }

    /** Whether a tail of a village, a street or a county begins here. */
    static boolean isAny(Query query, int at) {
        return first(VILLAGE, query, at) > 0 || first(ONCE.get(3), query, at) > 0 || first(ONCE.get(2), query, at) > 0;
    }

    private static int first(List<int[]> words, Query query, int at) {
        for (int[] word : words) {
            if (query.startsWith(word, at)) {
                return word.length;
            }
        }
        return 0;
    }

    private static List<int[]> words(String... words) {
        return List.of(words).stream().map(Points::plain).toList();
    }
}
