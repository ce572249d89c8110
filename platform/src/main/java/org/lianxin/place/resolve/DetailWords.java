package org.lianxin.place.resolve;

import java.util.List;
import org.lianxin.place.gazetteer.Points;

/** What follows the division in an address: roads, estates, buildings. */
final class DetailWords {

    private static final List<int[]> WORDS = List.of(
                    "路", "大街", "街", "巷", "大道", "道", "胡同", "弄", "小区", "花园", "家园", "公寓", "大厦", "广场", "市场", "超市", "商城",
                    "商场", "公司", "书店", "药店", "学校", "小学", "中学", "大学", "学院", "医院", "银行", "宾馆", "酒店", "饭店", "宿舍", "苑", "府",
                    "城", "楼", "栋", "幢", "单元", "号", "室", "厂", "站", "桥", "园", "庭", "居", "组", "社", "队", "屯", "某", "附近",
                    "旁", "对面", "里", "东", "南", "西", "北", "中", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "第")
            .stream()
            .map(Points::plain)
            .toList();
    private static final int NEAR = 2;
    private static final int BEFORE_DETAIL = 6;

    private DetailWords() {}

    /** Whether a word of roads or estates begins right here or within the next two characters. */
    static boolean isNear(Query query, int at) {
        return isWithin(query, at, NEAR);
    }

    /** Whether the rest of the text reads as a detail below the division rather than as one more name. */
    static boolean isDetail(Query query, int at) {
        if (at >= query.length || query.points[at] < 0x80) {
            return true;
        }
        for (int i = at; i < query.length; i++) {
            if (TailWords.length(4, query, i) > 0
                    || TailWords.length(3, query, i) > 0
                    || TailWords.length(2, query, i) > 0) {
                return false;
            }
        }
        return isWithin(query, at, BEFORE_DETAIL);
    }

    private static boolean isWithin(Query query, int at, int reach) {
        for (int i = at; i <= Math.min(at + reach, query.length - 1); i++) {
            for (int[] word : WORDS) {
                if (query.startsWith(word, i)) {
                    return true;
                }
            }
        }
        return false;
    }
}
