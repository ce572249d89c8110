package org.lianxin.place.gazetteer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The endings of names (市, 街道, 社区居委会 …) with the kind each tells. Ids are dense; 0 is the empty tail. */
public final class Tails {

    /** What an ending says about the thing named. */
    public enum Kind {
        NONE,
        VILLAGE,
        COMMUNITY,
        TOWN,
        TOWNSHIP,
        SUBDISTRICT,
        COUNTY,
        DISTRICT,
        CITY,
        BANNER,
        OTHER
    }

    private final List<String> texts = new ArrayList<>();
    private final List<int[]> points = new ArrayList<>();
    private final List<Kind> kinds = new ArrayList<>();
    private final Map<String, Integer> ids = new HashMap<>();

    Tails() {
        intern("");
    }

    int intern(String text) {
        return ids.computeIfAbsent(text, tail -> {
            texts.add(tail);
            points.add(Points.plain(tail));
            kinds.add(kindOf(tail));
            return texts.size() - 1;
        });
    }

    public int size() {
        return texts.size();
    }

    public String text(int tail) {
        return texts.get(tail);
    }

    public int[] points(int tail) {
        return points.get(tail);
    }

    public Kind kind(int tail) {
        return kinds.get(tail);
    }

    /** The kind that an ending tells; NONE when it tells nothing or two things at once. */
    public static Kind kindOf(String tail) {
        boolean village = tail.contains("村") || tail.contains("嘎查") || tail.contains("牧委");
        boolean community = tail.contains("社区") || tail.contains("居");
        if (village || community) {
            return village && community ? Kind.NONE : village ? Kind.VILLAGE : Kind.COMMUNITY;
        }
        if (tail.endsWith("会") || tail.isEmpty()) {
            return Kind.NONE;
        }
        return switch (tail.charAt(tail.length() - 1)) {
            case '镇' -> Kind.TOWN;
            case '乡', '木' -> Kind.TOWNSHIP;
            case '道' -> Kind.SUBDISTRICT;
            case '县' -> Kind.COUNTY;
            case '区' -> tail.equals("自治区") ? Kind.OTHER : Kind.DISTRICT;
            case '市' -> Kind.CITY;
            case '旗' -> Kind.BANNER;
            default -> Kind.OTHER;
        };
    }
}
