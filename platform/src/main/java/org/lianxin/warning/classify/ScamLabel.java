package org.lianxin.warning.classify;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lianxin.warning.domain.ScamType;

/** What the classifier may answer: the scam types under the names that clerks use among themselves, or nothing. */
public enum ScamLabel {
    ORDER_BRUSHING(ScamType.ORDER_BRUSHING, "刷单返利"),
    FAKE_INVESTMENT(ScamType.FAKE_INVESTMENT, "虚假投资理财"),
    FAKE_LOAN(ScamType.FAKE_LOAN, "虚假贷款"),
    FAKE_SERVICE(ScamType.FAKE_SERVICE, "冒充电商物流客服"),
    FAKE_PROSECUTOR(ScamType.FAKE_PROSECUTOR, "冒充公检法"),
    CREDIT_REPAIR(ScamType.CREDIT_REPAIR, "虚假征信"),
    ACQUAINTANCE(ScamType.ACQUAINTANCE, "冒充领导熟人"),
    ROMANCE(ScamType.ROMANCE, "杀猪盘"),
    GAME_TRADE(ScamType.GAME_TRADE, "游戏交易"),
    MILITARY_PURCHASE(ScamType.MILITARY_PURCHASE, "冒充军警购物"),
    SHOPPING(ScamType.SHOPPING, "虚假购物"),
    ELDER_CARE(ScamType.ELDER_CARE, "养老诈骗"),
    SEXTORTION(ScamType.SEXTORTION, "裸聊敲诈"),
    TUITION_REFUND(ScamType.TUITION_REFUND, "退费诈骗"),
    OTHER(ScamType.OTHER, "其他");

    /** What stands in the place of a label for ordinary text, and for text it does not know. */
    public static final String NONE = "none";

    /** In the order of the model's columns. */
    static final List<ScamLabel> ALL = List.of(values());

    private static final Map<String, ScamLabel> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toMap(ScamLabel::word, Function.identity()));
    private static final Map<String, ScamLabel> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(each -> each.type().code(), Function.identity()));

    private final ScamType type;
    private final String word;

    ScamLabel(ScamType type, String word) {
        this.type = type;
        this.word = word;
    }

    /** The type of the product that is meant. */
    public ScamType type() {
        return type;
    }

    /** The name in files; some of these names are not fit to be said to a citizen, {@link ScamType#title()} is. */
    public String word() {
        return word;
    }

    static ScamLabel ofCode(String code) {
        ScamLabel label = BY_CODE.get(code);
        if (label == null) {
            throw new IllegalArgumentException(
                    "unknown scam type " + code + ". Maybe concepts.tsv names a type that the product lacks.");
        }
        return label;
    }

    /** The label called {@code word}; empty for {@link #NONE} and every other word. */
    static Optional<ScamLabel> find(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }
}
