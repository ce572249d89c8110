package org.lianxin.place.data;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits an official name into what people say and the tail they leave out: 和平 + 村民委员会, 延边 + 朝鲜族自治州. */
final class NameSplitter {

    private static final String PEOPLES = "(?:(?:各|蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水"
            + "|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克"
            + "|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺)族"
            + "|蒙古|维吾尔|哈萨克|柯尔克孜|锡伯|塔吉克|鄂温克|鄂伦春|达斡尔)+";
    private static final Pattern AUTONOMOUS =
            Pattern.compile("(?<tail>" + PEOPLES + "(?:自治区|自治州|自治县|自治旗|民族乡|民族苏木|乡|镇))$");
    private static final List<String> PROVINCE = List.of("特别行政区", "自治区", "省", "市");
    private static final List<String> CITY = List.of("自治州", "地区", "盟", "市");
    private static final List<String> COUNTY = List.of("族自治旗", "族自治县", "自治旗", "自治县", "林区", "特区", "县", "市", "区", "旗");
    private static final List<String> STREET = List.of("街道办事处", "街道", "地区办事处", "办事处", "民族苏木", "民族乡", "苏木", "镇", "乡");
    private static final List<String> VILLAGE = List.of(
            "居民委员会", "村民委员会", "牧民委员会", "居委会", "村委会", "牧委会", "委员会", "委会", "居委", "村委", "牧委", "民委员", "社区", "嘎查", "村");

    /** A name in two parts; together they are the name as it compares. */
    record Split(String base, String tail) {}

    private NameSplitter() {}

    static Split split(int depth, String plainName) {
        if (depth == 4) {
            return village(plainName);
        }
        Matcher autonomous = AUTONOMOUS.matcher(plainName);
        if (autonomous.find() && points(plainName.substring(0, autonomous.start())) >= 2) {
            return at(plainName, autonomous.start());
        }
        List<String> tails = List.of(PROVINCE, CITY, COUNTY, STREET).get(depth);
        for (String tail : tails) {
            if (plainName.endsWith(tail) && points(plainName) - tail.length() >= 2) {
                return at(plainName, plainName.length() - tail.length());
            }
        }
        return new Split(plainName, "");
    }

    private static Split village(String name) {
        int end = name.length();
        boolean found = true;
        while (found) {
            found = false;
            for (String tail : VILLAGE) {
                if (!name.startsWith(tail, end - tail.length())) {
                    continue;
                }
                int left = end - tail.length();
                boolean oneLeft = left > 0 && points(name.substring(0, left)) == 1;
                if (oneLeft && tail.length() > 1 && tail.charAt(0) == '村') {
                    return at(name, left + 1);
                }
                if (left > 0 && !oneLeft) {
                    end = left;
                    found = true;
                    break;
                }
            }
        }
        return at(name, end);
    }

    private static Split at(String name, int end) {
        return new Split(name.substring(0, end), name.substring(end));
    }

    private static int points(String text) {
        return text.codePointCount(0, text.length());
    }
}
