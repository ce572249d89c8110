package org.lianxin.place.resolve;

import java.util.List;
import org.lianxin.place.gazetteer.Points;

/** What follows the division in an address: roads, estates, buildings. */
final class DetailWords {

    private static final List<int[]> PLACES = words(
            "路", "大街", "街", "巷", "大道", "道", "胡同", "弄", "小区", "花园", "家园", "公寓", "大厦", "广场", "市场", "超市", "商城", "商场", "公司",
            "书店", "药店", "学校", "小学", "中学", "大学", "学院", "医院", "银行", "宾馆", "酒店", "饭店", "宿舍", "苑", "府", "楼", "栋", "幢", "单元",
            "号", "室", "厂", "站", "桥", "庭", "组", "社", "队", "屯");
    private static final List<int[]> ROADS = words("路", "大街", "街", "巷", "大道", "道", "胡同", "弄", "桥");
    private static final List<int[]> REMARKS = words("某", "附近", "旁", "对面", "境内", "辖区", "一带", "人");
    private static final List<int[]> ESTATES =
            words("小区", "花园", "家园", "公寓", "大厦", "广场", "市场", "超市", "学校", "小学", "中学", "学院", "医院", "宿舍", "公司", "单元");
    private static final List<int[]> BEFORE_PLACES =
            words("里", "园", "城", "居", "东", "南", "西", "北", "中", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "第");
    private static final int NEAR = 2;
    private static final int ESTATE_NAME = 6;

    private DetailWords() {}

    /** Whether a word of roads or estates begins within the next characters. */
    static boolean isNear(Query query, int at) {
        return isWithin(PLACES, query, at, NEAR) || isWithin(BEFORE_PLACES, query, at, 0);
    }

    /** Whether a word of roads begins right here, so that the name before it is the road's. */
    static boolean isRoad(Query query, int at) {
        return isWithin(ROADS, query, at, 0);
    }

    /** Whether something is said here that no name goes on with: 附近, 某. */
    static boolean isRemark(Query query, int at) {
        return isWithin(REMARKS, query, at, 0);
    }

    /** Whether the rest of the text reads as a detail below the division rather than as one more name. */
    static boolean isDetail(Query query, int at) {
        int end = at;
        while (!query.endsNameAt(end, at) && !isRemark(query, end)) {
            if (TailWords.isAny(query, end)) {
                return false;
            }
            end++;
        }
        return end == at
                || isWithin(PLACES, query, at, 0)
                || isWithin(ESTATES, query, at, Math.min(ESTATE_NAME, end - at - 1));
    }

    private static boolean isWithin(List<int[]> words, Query query, int at, int reach) {
        for (int i = at; i <= Math.min(at + reach, query.length - 1); i++) {
            for (int[] word : words) {
                if (query.startsWith(word, i)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<int[]> words(String... words) {
        return List.of(words).stream().map(Points::plain).toList();
    }
}
