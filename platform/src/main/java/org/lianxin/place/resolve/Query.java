package org.lianxin.place.resolve;

import java.util.List;
import org.lianxin.place.gazetteer.Points;

/** A text as it is compared: the code points that count, and where something that does not count stood between them. */
final class Query {

    static final int LONGEST = 120;
    private static final int YEAR = '年';

    private static final List<int[]> PREAMBLES = List.of(
                    "户籍地址", "户籍所在地", "户籍地", "户籍", "户口所在地", "户口地", "经常居住地", "常住地", "现居住地址", "现居住地", "居住地址", "居住地", "居住在",
                    "现居", "家庭住址", "家庭地址", "身份证地址", "联系地址", "通讯地址", "收货地址", "单位地址", "暂住地址", "暂住地", "暂住", "现住址", "现住地",
                    "现住", "住址", "住所地", "住所", "住在", "家住", "家在", "地址", "所在地", "籍贯", "位于", "来自", "中华人民共和国", "中国", "我在",
                    "人在", "现在", "住")
            .stream()
            .map(Points::plain)
            .toList();

    final int[] points = new int[LONGEST + 1];
    final boolean[] breakBefore = new boolean[LONGEST + 1];
    int length;
    int start;

    void read(String text) {
        length = 0;
        boolean broken = false;
        for (int i = 0; i < text.length() && length < LONGEST; ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            int plain = Points.plain(point);
            if (plain < 0) {
                broken = true;
            } else {
                points[length] = plain;
                breakBefore[length] = broken;
                length++;
                broken = false;
            }
        }
        points[length] = 0;
        breakBefore[length] = true;
        start = afterPreambles();
    }

    private int afterPreambles() {
        int at = 0;
        boolean found = true;
        while (found) {
            found = false;
            for (int[] preamble : PREAMBLES) {
                if (startsWith(preamble, at)) {
                    at += preamble.length;
                    found = true;
                    break;
                }
            }
        }
        int digits = at;
        while (digits < length && isAsciiDigit(points[digits])) {
            digits++;
        }
        if (digits >= at + 4 && digits < length - 1 && points[digits] == YEAR) {
            digits++;
        }
        return digits < length ? digits : at;
    }

    boolean startsWith(int[] other, int at) {
        if (at + other.length > length) {
            return false;
        }
        for (int i = 0; i < other.length; i++) {
            if (points[at + i] != other[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing that could lengthen a name stands at this position: the end, a break, a digit or a letter. */
    boolean endsNameAt(int at) {
        return at >= length || breakBefore[at] || points[at] < 0x80;
    }

    /** As {@link #endsNameAt(int)} for a name that begins at {@code from}, before which a break means nothing. */
    boolean endsNameAt(int at, int from) {
        return at >= length || points[at] < 0x80 || (at > from && breakBefore[at]);
    }

    private static boolean isAsciiDigit(int point) {
        return point >= '0' && point <= '9';
    }
}
