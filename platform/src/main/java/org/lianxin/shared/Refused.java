package org.lianxin.shared;

import java.util.Map;

/**
 * An expected refusal on its way to the client as a problem detail (RFC 9457): stable {@code code}, a status, a sentence
 * in the reader's language that says what to do, and the values behind it. Never carries personal data.
 */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient Map<String, Object> values;

    public Refused(int status, String code, String message, Map<String, ?> values) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.values = Map.copyOf(values);
    }

    /** A refusal whose sentence is {@link Words} key {@code <module>.refused.<rest of code>}, for example {@code order.refused.closed}. */
    public static Refused of(int status, String code, Object... arguments) {
        int dot = code.indexOf('.');
        String key = code.substring(0, dot) + ".refused" + code.substring(dot);
        return new Refused(status, code, Words.say(key, arguments), Map.of());
    }

    /** What is not there, and what is out of reach, are answered alike. */
    public static Refused missing() {
        return of(404, "shared.missing");
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public Map<String, Object> values() {
        return values;
    }
}
