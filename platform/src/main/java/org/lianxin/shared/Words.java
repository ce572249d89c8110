package org.lianxin.shared;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Sentences for people, Chinese first. A key begins with its module: {@code order.refused.closed} is looked up in
 * {@code messages/order_zh.properties} and {@code messages/order_en.properties}; a key missing in either fails the build.
 */
public final class Words {

    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Words() {}

    /** The sentence in the language of the current request, Chinese where there is none. */
    public static String say(String key, Object... arguments) {
        return say(language(), key, arguments);
    }

    /** The sentence in the given language; throws {@link java.util.MissingResourceException} for an unknown key. */
    public static String say(Locale language, String key, Object... arguments) {
        String module = key.substring(0, key.indexOf('.'));
        String pattern =
                ResourceBundle.getBundle("messages/" + module, language, EXACT).getString(key);
        return new MessageFormat(pattern, language).format(arguments);
    }

    private static Locale language() {
        var context = LocaleContextHolder.getLocaleContext();
        Locale asked = context == null ? null : context.getLocale();
        return asked != null && "en".equals(asked.getLanguage()) ? Locale.ENGLISH : Locale.CHINESE;
    }
}
