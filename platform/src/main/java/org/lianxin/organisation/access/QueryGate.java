package org.lianxin.organisation.access;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Texts;

/** What stands after the question mark holds plain text only, before anything looks at it. */
final class QueryGate {

    private static final int LONGEST_QUERY = 8_192;
    private static final int LONGEST_NAME = 60;

    private QueryGate() {}

    static void check(@Nullable String query) {
        if (query == null) {
            return;
        }
        if (query.length() > LONGEST_QUERY) {
            throw Refused.of(414, "shared.too-large");
        }
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (!Texts.isPlain(name) || name.length() > LONGEST_NAME) {
                throw Refused.of(422, "shared.invalid", "?");
            }
            if (!Texts.isPlain(value)) {
                throw Refused.of(422, "shared.not-plain", name);
            }
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refused.of(400, "shared.invalid", "?");
        }
    }
}
