package org.lianxin.warning.sample;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;

/** A person nobody is: name, a well-formed national id, a phone number. */
public record InventedPerson(String name, String nationalId, String phone) {

    private static final List<String> FAMILY = List.of(
            "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗", "梁",
            "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧", "程", "曹", "袁", "邓", "许", "傅", "沈", "曾", "彭", "吕", "包", "白");
    private static final List<String> GIVEN = List.of(
            "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明", "超", "秀", "霞", "平", "刚",
            "桂", "英", "华", "玉", "兰", "梅", "红", "建", "国", "志", "海", "春", "晓", "雪", "琳", "浩", "宇", "晨", "欣", "佳", "俊",
            "凤", "云", "莲", "淑", "珍", "福", "长", "庆", "文", "斌", "博", "思", "雨", "子", "轩", "梓", "涵", "诗");
    private static final List<String> PREFIX =
            List.of("138", "139", "150", "151", "152", "158", "159", "182", "187", "188");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    static InventedPerson of(Random random, String countyCode) {
        String name = pick(random, FAMILY) + pick(random, GIVEN) + (random.nextInt(5) == 0 ? "" : pick(random, GIVEN));
        LocalDate born = LocalDate.of(1940, 1, 1).plusDays(random.nextInt(24_000));
        String id = countyCode
                + born.format(DateTimeFormatter.BASIC_ISO_DATE)
                + String.format("%03d", random.nextInt(1_000));
        String phone = pick(random, PREFIX) + String.format("%08d", random.nextInt(100_000_000));
        return new InventedPerson(name, id + check(id), phone);
    }

    private static char check(String first17) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (first17.charAt(i) - '0') * WEIGHTS[i];
        }
        return "10X98765432".charAt(sum % 11);
    }

    static <T> T pick(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    @Override
    public String toString() {
        return "InventedPerson";
    }
}
