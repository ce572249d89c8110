package org.lianxin.shared;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** A telephone number in E.164 form, for example {@code +8613912344417}. Its {@code toString} is masked. */
public record PhoneNumber(String e164) {

    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();
    private static final Pattern FORM = Pattern.compile("\\+[0-9]{5,15}");

    public PhoneNumber {
        if (!FORM.matcher(e164).matches()) {
            throw new IllegalArgumentException("not an E.164 number: " + Masks.phone(e164));
        }
    }

    /** The number written in {@code text} as dialled in China; empty when no valid number is written there. */
    public static Optional<PhoneNumber> find(String text) {
        String plain = Texts.halfWidth(text).strip();
        if (plain.length() > 40) {
            return Optional.empty();
        }
        try {
            var number = UTIL.parse(plain, "CN");
            return UTIL.isValidNumber(number)
                    ? Optional.of(new PhoneNumber(UTIL.format(number, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** As dialled within China: without +86. */
    public String national() {
        return e164.startsWith("+86") ? e164.substring(3) : e164;
    }

    /** The last four digits. */
    public String lastFour() {
        return e164.substring(e164.length() - 4);
    }

    @Override
    public String toString() {
        return Masks.phone(national());
    }
}
