package org.lianxin.warning.domain;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A signal as it came, before it is checked: texts by field, all other columns by header. Used by one thread. */
public final class Draft {

    private final Map<Field, String> values = new EnumMap<>(Field.class);
    private final Map<String, String> others = new LinkedHashMap<>();
    private boolean tenThousands;
    private int stopped;

    /** Sets a field; blank counts as missing. Characters no database can hold become visible signs. */
    public Draft put(Field field, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            values.put(field, Plain.text(text).strip());
        }
        return this;
    }

    /** Keeps a column we do not understand, unless it is on the stop list: then it is only counted. */
    public Draft keep(String header, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return this;
        }
        if (StopList.covers(header)) {
            stopped++;
        } else {
            others.put(Plain.text(header), Plain.text(text));
        }
        return this;
    }

    public void amountsInTenThousands() {
        tenThousands = true;
    }

    @Nullable
    String get(Field field) {
        return values.get(field);
    }

    Map<String, String> others() {
        return others;
    }

    boolean isTenThousands() {
        return tenThousands;
    }

    /** How many cells of the stop list were left out. */
    public int stopped() {
        return stopped;
    }

    public void countStopped() {
        stopped++;
    }
}
