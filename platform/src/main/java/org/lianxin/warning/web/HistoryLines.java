package org.lianxin.warning.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.Units.StaffRef;
import org.lianxin.shared.Words;
import org.lianxin.warning.episode.Chronicle;
import org.springframework.stereotype.Component;

/** What was done about an episode, as a sentence in the reader's language and as data. */
@Component
class HistoryLines {

    private final Units units;

    HistoryLines(Units units) {
        this.units = units;
    }

    /**
     * @param actor name of a colleague, or the system
     * @param what was done, in words
     * @param detail amounts, place or number, in words
     * @param action first part of what was done: outcome, call, signed, routed, split, split-from, joined, joined-into, returned, overdue
     * @param kind its second part: {@code reached}, {@code placed}, {@code visit}; null where it has one part only
     */
    record LineView(
            Instant at,
            String actor,
            String what,
            @Nullable String detail,
            String action,
            @Nullable String kind,
            @Nullable String staffName,
            @Nullable String unitName,
            @Nullable String order,
            @Nullable Long savedCents,
            @Nullable Long lostCents,
            @Nullable String to,
            @Nullable String number) {}

    LineView view(Chronicle.Line line) {
        StaffRef staff = staff(line.staffId());
        Chronicle.Detail detail = line.detail();
        int dot = line.what().indexOf('.');
        return new LineView(
                line.at(),
                actor(line),
                words(line.what()),
                sentence(detail),
                dot < 0 ? line.what() : line.what().substring(0, dot),
                dot < 0 ? null : line.what().substring(dot + 1),
                staff == null ? null : staff.name(),
                staff == null ? null : units.get(staff.unitId()).name(),
                detail.order(),
                detail.savedCents(),
                detail.lostCents(),
                detail.to(),
                detail.number());
    }

    /** A colleague's name; the system where no person acted. */
    String actor(Chronicle.Line line) {
        StaffRef staff = staff(line.staffId());
        return staff != null
                ? staff.name()
                : line.staffId() != null ? line.actor() : Words.say("warning.history.system");
    }

    private @Nullable StaffRef staff(@Nullable UUID id) {
        return id == null ? null : units.findStaff(id).orElse(null);
    }

    private static String words(String what) {
        try {
            String key = "warning.history." + what;
            return Words.say(key);
        } catch (MissingResourceException e) {
            return what;
        }
    }

    private static @Nullable String sentence(Chronicle.Detail detail) {
        List<String> parts = new ArrayList<>();
        if (detail.savedCents() != null && detail.savedCents() > 0) {
            parts.add(Words.say("warning.history.saved", yuan(detail.savedCents())));
        }
        if (detail.lostCents() != null && detail.lostCents() > 0) {
            parts.add(Words.say("warning.history.lost", yuan(detail.lostCents())));
        }
        if (detail.to() != null) {
            parts.add(detail.to());
        }
        if (detail.number() != null) {
            parts.add(detail.number());
        }
        return parts.isEmpty() ? null : String.join(" · ", parts);
    }

    private static String yuan(long cents) {
        return String.format(Locale.ROOT, "%,d.%02d", cents / 100, cents % 100);
    }
}
