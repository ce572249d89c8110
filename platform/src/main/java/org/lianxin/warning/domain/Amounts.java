package org.lianxin.warning.domain;

import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lianxin.shared.Texts;

/** WA-04: amounts of money as sources write them, in cents. */
public final class Amounts {

    private static final Pattern WRITTEN = Pattern.compile(
            "[¥￥]?\\s*(?:人民币|RMB|CNY)?\\s*([0-9]{1,15}(?:\\.[0-9]{1,30})?(?:[eE][+]?[0-9]{1,2})?)\\s*(亿|万|千)?\\s*(?:余|多)?\\s*(?:元|圆|块)?\\s*(?:整|人民币)?");
    private static final BigDecimal MOST = BigDecimal.valueOf(100_000_000_000_000L);

    private Amounts() {}

    /** The cents in {@code text}; empty when it is no amount or cannot be one. */
    public static OptionalLong findCents(String text, boolean tenThousands) {
        String plain = Texts.halfWidth(text).strip().replaceAll("(?<=\\d)[,，](?=\\d{3})", "");
        Matcher m = plain.length() > 60 ? null : WRITTEN.matcher(plain);
        if (m == null || !m.matches()) {
            return OptionalLong.empty();
        }
        String unit = m.group(2);
        BigDecimal yuan = new BigDecimal(m.group(1)).multiply(factor(unit == null && tenThousands ? "万" : unit));
        return yuan.compareTo(MOST) > 0
                ? OptionalLong.empty()
                : OptionalLong.of(yuan.movePointRight(2)
                        .setScale(0, java.math.RoundingMode.HALF_UP)
                        .longValueExact());
    }

    private static BigDecimal factor(@org.jspecify.annotations.Nullable String unit) {
        return switch (unit) {
            case "千" -> BigDecimal.valueOf(1_000);
            case "万" -> BigDecimal.valueOf(10_000);
            case "亿" -> BigDecimal.valueOf(100_000_000);
            case null, default -> BigDecimal.ONE;
        };
    }
}
