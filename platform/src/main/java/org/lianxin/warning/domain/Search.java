package org.lianxin.warning.domain;

import static org.lianxin.warning.domain.Track.BANK;
import static org.lianxin.warning.domain.Track.COMMITTEE;
import static org.lianxin.warning.domain.Track.FAMILY;
import static org.lianxin.warning.domain.Track.OTHER_NUMBERS;
import static org.lianxin.warning.domain.Track.PATROL;
import static org.lianxin.warning.domain.Track.PHONE;
import static org.lianxin.warning.domain.Track.VISIT;
import static org.lianxin.warning.domain.Track.WORK_UNIT;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lianxin.order.IssueOrder.Urgency;
import org.lianxin.warning.domain.Plan.Task;
import org.lianxin.warning.domain.Plan.To;

/** Nobody answers: which tracks may be opened, until when, and which of them end when the person is found. TK-01 to TK-09. */
public final class Search {

    private static final Duration HIGH = Duration.ofMinutes(30);
    private static final Duration NORMAL = Duration.ofHours(4);
    private static final Duration AT_LEAST = Duration.ofMinutes(10);
    private static final int SHORTEST_WORDS = 2;
    private static final Pattern OF_FAMILY = Pattern.compile("家属|家人|亲属|父|母|配偶|丈夫|妻|爱人|儿子|女儿|子女|兄弟|姐妹|哥哥|弟弟|姐姐|妹妹");

    /** TK-07: what ends when. The visit ends only where the risk is not high (see {@link #ended}). */
    private static final Map<Contact, Set<Track>> ENDS = Map.of(
            Contact.DISSUADED, EnumSet.allOf(Track.class),
            Contact.UNPERSUADED, EnumSet.of(PHONE, OTHER_NUMBERS, FAMILY, WORK_UNIT, COMMITTEE, PATROL),
            Contact.ANSWERED, EnumSet.of(OTHER_NUMBERS, FAMILY, WORK_UNIT, COMMITTEE, PATROL, BANK, VISIT),
            Contact.DOUBTED, EnumSet.of(OTHER_NUMBERS, FAMILY, WORK_UNIT, COMMITTEE, PATROL),
            Contact.FOUND, EnumSet.of(OTHER_NUMBERS, FAMILY, WORK_UNIT, COMMITTEE, PATROL, BANK, VISIT));

    private Search() {}

    /** How the person was come by. */
    public enum Contact {
        /** The outcome says: dissuaded. */
        DISSUADED,
        /** The outcome says: spoken to, but paid in part or does not believe. */
        UNPERSUADED,
        /** A call was answered; its outcome is still to be recorded. */
        ANSWERED,
        /** As answered, and the belief kept with the call says that the person doubts. */
        DOUBTED,
        /** Somebody on another track is with the person, who has not heard the warning yet. */
        FOUND
    }

    /** The tracks that end. An ordered visit stays while the risk is high or money moves: being spoken to is not being safe (WA-11). */
    public static Set<Track> ended(Contact contact, boolean urgent) {
        Set<Track> ended = EnumSet.copyOf(ENDS.get(contact));
        if (urgent && contact != Contact.DISSUADED) {
            ended.remove(VISIT);
        }
        return ended;
    }

    /** The belief at the end of an answered call decides whether the bank goes on watching. */
    public static Contact answered(@Nullable Belief belief) {
        return belief == null || belief == Belief.BELIEVES || belief == Belief.UNSURE
                ? Contact.ANSWERED
                : Contact.DOUBTED;
    }

    /** What somebody asks for with a track. */
    public record Asked(
            Track track,
            @Nullable FamilyBasis basis,
            @Nullable String words) {
        @Override
        public String toString() {
            return track + "/" + basis;
        }
    }

    /** TK-03: why a track cannot be opened as it is asked for; a code of a sentence. Empty when it can. */
    public static Optional<String> flaw(Asked asked, boolean urgent) {
        if (!asked.track().isOpenable()) {
            return Optional.of("not-openable");
        }
        if (asked.track() != FAMILY) {
            return Optional.empty();
        }
        FamilyBasis basis = asked.basis();
        if (basis == null) {
            return Optional.of("needs-basis");
        }
        String words = asked.words();
        if (basis.needsWords() && (words == null || words.strip().length() < SHORTEST_WORDS)) {
            return Optional.of("basis-needs-words");
        }
        return basis == FamilyBasis.DANGER && !urgent ? Optional.of("no-danger") : Optional.empty();
    }

    /** TK-04: whether the source calls it a number of family. */
    public static boolean isOfFamily(String label) {
        return OF_FAMILY.matcher(label).find();
    }

    /** TK-02: one clock for all; a track opened later has what is left of it, and ten minutes at least. */
    public static Duration within(boolean urgent, @Nullable Instant runsUntil, Instant now) {
        if (runsUntil == null) {
            return urgent ? HIGH : NORMAL;
        }
        Duration left = Duration.between(now, runsUntil);
        return left.compareTo(AT_LEAST) < 0 ? AT_LEAST : left;
    }

    /** TK-01: who goes this way: a partner where one is known, otherwise those who know the place, otherwise the centre. */
    public static Task task(Track track, boolean partnerKnown, boolean routed, Urgency urgency, Duration within) {
        boolean high = urgency != Urgency.NORMAL;
        boolean near = routed && (track == PATROL || track == COMMITTEE);
        To to = partnerKnown ? To.NAMED : near ? To.ANSWERING : To.CENTRE;
        String ladder = !high ? "warning.normal" : to == To.CENTRE ? "warning.high.call" : "warning.high.visit";
        return new Task("TK-01", track.kind(), to, within, ladder, urgency);
    }

    /** TK-09: whoever is found, or sought in vain, is called by the centre: at once, or again. */
    public static Task call(Urgency urgency) {
        return new Task("TK-09", "call", To.CENTRE, AT_LEAST, "warning.high.call", urgency);
    }
}
