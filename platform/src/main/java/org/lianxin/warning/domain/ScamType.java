package org.lianxin.warning.domain;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 诈骗类型, the glossary's list. What a source calls it is kept beside this as it wrote it. */
public enum ScamType {
    ORDER_BRUSHING("order-brushing", "刷单返利", "刷单", "返利", "点赞", "做任务", "兼职"),
    FAKE_PROSECUTOR("fake-prosecutor", "冒充公检法", "公检法", "冒充政府", "冒充警", "洗钱核查"),
    FAKE_SERVICE("fake-customer-service", "冒充电商物流客服", "客服", "电商", "物流", "快递", "理赔", "百万保障"),
    FAKE_INVESTMENT("fake-investment", "虚假投资理财", "投资", "理财", "炒股", "虚拟币", "荐股", "博彩"),
    FAKE_LOAN("fake-loan", "虚假贷款", "贷款", "套现", "代办信用卡"),
    CREDIT_REPAIR("credit-repair", "虚假征信", "征信", "注销校园贷"),
    ACQUAINTANCE("fake-acquaintance", "冒充领导熟人", "领导", "熟人", "冒充亲友", "冒充老师", "冒充孙"),
    ROMANCE("romance", "网络婚恋交友", "婚恋", "交友", "杀猪盘"),
    MILITARY_PURCHASE("military-purchase", "冒充军警购物", "军警", "冒充部队", "冒充军人"),
    ELDER_CARE("elder-care", "养老诈骗", "养老", "保健品"),
    SHOPPING("fake-shopping", "虚假购物服务", "购物", "中奖", "票务"),
    GAME_TRADE("game-trade", "网络游戏产品虚假交易", "游戏"),
    SEXTORTION("sextortion", "裸聊敲诈", "裸聊"),
    TUITION_REFUND("tuition-refund", "退费诈骗", "退费", "退款", "培训费"),
    OTHER("other", "其他");

    private static final Map<String, ScamType> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(ScamType::code, Function.identity()));

    private final String code;
    private final String title;
    private final String words;

    ScamType(String code, String title, String... words) {
        this.code = code;
        this.title = title;
        this.words = String.join(" ", words);
    }

    private Stream<String> words() {
        return words.isEmpty() ? Stream.empty() : Arrays.stream(words.split(" "));
    }

    public String code() {
        return code;
    }

    /** The Chinese name. */
    public String title() {
        return title;
    }

    /** The type of {@code code}; {@link #OTHER} for a code of a later version. */
    public static ScamType ofCode(String code) {
        return BY_CODE.getOrDefault(code, OTHER);
    }

    /** The type that {@code text} names; {@link #OTHER} when it names none of the list. */
    public static ScamType of(String text) {
        ScamType exact = BY_CODE.get(text.strip());
        if (exact != null) {
            return exact;
        }
        for (ScamType type : values()) {
            if (type != OTHER && (text.contains(type.title) || type.words().anyMatch(text::contains))) {
                return type;
            }
        }
        return OTHER;
    }
}
