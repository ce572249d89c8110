package org.lianxin.demo;

import java.util.List;
import java.util.SplittableRandom;

/** Names, ids and phones that belong to nobody: the ids lie in a division code no resident has, the phones in an unassigned range. */
final class InventedPeople {

    private static final List<String> SURNAMES = List.of(
            "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗", "梁",
            "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧", "程", "曹", "袁", "邓", "许", "傅", "沈", "曾", "彭", "吕", "包", "白",
            "孟", "席", "佟", "敖", "欧阳", "海", "乌", "斯");
    private static final List<String> GIVEN = List.of(
            "伟", "芳", "娜", "秀英", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "涛", "明", "超", "秀兰", "霞", "平", "刚",
            "桂英", "玉兰", "建国", "建华", "志强", "晓雯", "小红", "海燕", "春梅", "国庆", "文博", "雨桐", "子轩", "欣怡", "浩然", "淑珍", "凤霞", "玉梅",
            "金山", "长河", "铁柱", "立新", "秋菊", "冬梅", "永胜", "庆丰", "𡐓");
    private static final List<String> MONGOLIAN = List.of(
            "那仁", "特木尔", "苏和", "乌兰", "其其格", "巴图", "萨仁高娃", "海日汗", "乌云其木格", "哈斯", "朝鲁", "阿古拉", "娜布其", "呼和", "斯琴", "宝音",
            "敖登", "图雅", "布和", "额尔敦", "乌日娜", "那木拉", "格日勒", "吉日嘎拉", "都仁", "苏日娜");

    private final SplittableRandom random;

    InventedPeople(long seed) {
        random = new SplittableRandom(seed);
    }

    /** One in four names is Mongolian, as in the region. */
    String name() {
        if (random.nextInt(4) == 0) {
            return MONGOLIAN.get(random.nextInt(MONGOLIAN.size()));
        }
        return SURNAMES.get(random.nextInt(SURNAMES.size())) + GIVEN.get(random.nextInt(GIVEN.size()));
    }

    /** A number that passes the check character; its division code 150599 is not in use. */
    String nationalId() {
        int year = 1940 + random.nextInt(68);
        String body = "150599%04d%02d%02d%03d"
                .formatted(year, 1 + random.nextInt(12), 1 + random.nextInt(28), random.nextInt(1000));
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (body.charAt(i) - '0') * weights[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    /** A mobile number in shape; nothing in a demo ever leaves the machine. */
    String phone() {
        String[] heads = {"139", "138", "150", "151", "158", "177", "186", "188"};
        return heads[random.nextInt(heads.length)] + "%08d".formatted(random.nextInt(100_000_000));
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }
}
