package org.lianxin.warning.episode;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.lianxin.order.IssueOrder.Urgency;
import org.lianxin.organisation.Units;
import org.lianxin.shared.Viewer;
import org.lianxin.shared.Words;
import org.lianxin.warning.domain.Plan;
import org.lianxin.warning.domain.Search;
import org.lianxin.warning.domain.Search.Contact;
import org.lianxin.warning.domain.Track;
import org.springframework.stereotype.Component;

/** TK-07, TK-08: the person is found; the other tracks end at once, with a word who found them and how. The episode is locked. */
@Component
class TrackEnds {

    private final NextOrders orders;
    private final Chronicle chronicle;
    private final Units units;

    TrackEnds(NextOrders orders, Chronicle chronicle, Units units) {
        this.orders = orders;
        this.chronicle = chronicle;
        this.units = units;
    }

    /** @param how the track on which the person was found */
    void end(EpisodeRow episode, Viewer by, Track how, Contact contact) {
        boolean urgent = Plan.urgency(episode.level(), episode.moneyMoving()) != Urgency.NORMAL;
        Set<Track> ended = Search.ended(contact, urgent);
        String unit = units.get(by.unitId()).name();
        String key = "warning.found-how." + how.word();
        String words = Words.say(
                Locale.CHINESE, "warning.withdrawn.found", unit + " " + by.name(), Words.say(Locale.CHINESE, key));
        String ofPartners = Words.say(Locale.CHINESE, "warning.withdrawn.found-by-unit", unit);
        int sought = end(episode, kinds(ended, track -> track.isOpenable() && !track.isPartners()), words)
                + end(episode, kinds(ended, Track::isPartners), ofPartners);
        end(episode, kinds(ended, track -> !track.isOpenable()), words);
        if (sought > 0) {
            chronicle.note(episode.id(), "found." + how.word());
        }
    }

    private int end(EpisodeRow episode, List<String> kinds, String words) {
        return kinds.isEmpty() ? 0 : orders.withdraw(episode, kinds, words);
    }

    private static List<String> kinds(Set<Track> tracks, Predicate<Track> which) {
        return tracks.stream()
                .filter(which)
                .flatMap(track -> track.kinds().stream())
                .toList();
    }
}
