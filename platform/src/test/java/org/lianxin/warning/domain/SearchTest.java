package org.lianxin.warning.domain;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianxin.order.IssueOrder.Urgency;
import org.lianxin.warning.domain.Plan.Task;
import org.lianxin.warning.domain.Plan.To;
import org.lianxin.warning.domain.Search.Asked;
import org.lianxin.warning.domain.Search.Contact;

@Tag("fast")
class SearchTest {

    private static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");
    private static final Set<Track> SOUGHT = Set.of(OTHER_NUMBERS, FAMILY, WORK_UNIT, COMMITTEE, PATROL);

    @Test
    void tk07_everyContactEndsWhoeverStillLooksAndNothingThatStillGuardsThePerson() {
        Map<Contact, Set<Track>> besides = Map.of(
                Contact.DISSUADED, Set.of(PHONE, VISIT, BANK),
                Contact.UNPERSUADED, Set.of(PHONE),
                Contact.ANSWERED, Set.of(BANK),
                Contact.DOUBTED, Set.of(),
                Contact.FOUND, Set.of(BANK));
        for (Contact contact : Contact.values()) {
            Set<Track> ended = Search.ended(contact, true);
            assertThat(ended).as(contact + "").containsAll(SOUGHT);
            assertThat(Stream.of(PHONE, VISIT, BANK).filter(ended::contains))
                    .as(contact + "")
                    .containsExactlyInAnyOrderElementsOf(besides.get(contact));
        }
    }

    @Test
    void tk07_aVisitEndsWithACallOnlyWhereTheRiskIsNotHigh() {
        for (Contact contact : Contact.values()) {
            boolean whenLow =
                    List.of(Contact.DISSUADED, Contact.ANSWERED, Contact.FOUND).contains(contact);
            assertThat(Search.ended(contact, false).contains(VISIT))
                    .as(contact + "")
                    .isEqualTo(whenLow);
        }
    }

    @Test
    void tk07_whoDoubtsOnThePhoneIsStillWatchedByTheBank() {
        for (Belief belief : List.of(Belief.DISBELIEVES, Belief.COACHED, Belief.PAID, Belief.HUNG_UP)) {
            assertThat(Search.ended(Search.answered(belief), true)).doesNotContain(BANK);
        }
        assertThat(Search.ended(Search.answered(Belief.UNSURE), true)).contains(BANK);
        assertThat(Search.ended(Search.answered(null), true)).contains(BANK);
    }

    @Test
    void tk03_familyIsAskedOnlyOnABasis() {
        assertThat(flaw(FAMILY, null, null, true)).isEqualTo("needs-basis");
        assertThat(flaw(FAMILY, FamilyBasis.CONSENT, " ", true)).isEqualTo("basis-needs-words");
        assertThat(flaw(FAMILY, FamilyBasis.DUTY, null, true)).isEqualTo("basis-needs-words");
        assertThat(flaw(FAMILY, FamilyBasis.DANGER, null, false)).isEqualTo("no-danger");
        assertThat(flaw(FAMILY, FamilyBasis.CONSENT, "上次回访时本人同意", false)).isEmpty();
        assertThat(flaw(FAMILY, FamilyBasis.DANGER, null, true)).isEmpty();
    }

    @Test
    void tk01_theCallAndTheVisitAreNotOpenedHereAndTheOthersNeedNothing() {
        for (Track track : Track.values()) {
            if (track != FAMILY) {
                boolean ordered = track == PHONE || track == VISIT;
                assertThat(flaw(track, null, null, true)).isEqualTo(ordered ? "not-openable" : "");
            }
        }
    }

    private static String flaw(Track track, @Nullable FamilyBasis basis, @Nullable String words, boolean urgent) {
        return Search.flaw(new Asked(track, basis, words), urgent).orElse("");
    }

    @Test
    void tk01_aPartnerGoesWhereOneIsKnownAndOtherwiseWhoeverKnowsThePlace() {
        for (Track track : List.of(WORK_UNIT, COMMITTEE, BANK)) {
            assertThat(task(track, true, true).to()).isEqualTo(To.NAMED);
        }
        assertThat(task(COMMITTEE, false, true).to()).isEqualTo(To.ANSWERING);
        assertThat(task(PATROL, false, true).to()).isEqualTo(To.ANSWERING);
        assertThat(task(PATROL, false, false).to()).isEqualTo(To.CENTRE);
        assertThat(task(BANK, false, true).to()).isEqualTo(To.CENTRE);
        assertThat(task(FAMILY, false, true).to()).isEqualTo(To.CENTRE);
    }

    private static Task task(Track track, boolean partner, boolean routed) {
        return Search.task(track, partner, routed, Urgency.HIGH, Duration.ofMinutes(30));
    }

    @Test
    void tk02_aTrackOpenedLaterEndsWithTheOthersAndHasTenMinutesAtLeast() {
        assertThat(Search.within(true, null, NOW)).isEqualTo(Duration.ofMinutes(30));
        assertThat(Search.within(false, null, NOW)).isEqualTo(Duration.ofHours(4));
        assertThat(Search.within(true, NOW.plusSeconds(1_200), NOW)).isEqualTo(Duration.ofMinutes(20));
        assertThat(Search.within(true, NOW.plusSeconds(60), NOW)).isEqualTo(Duration.ofMinutes(10));
        assertThat(Search.within(true, NOW.minusSeconds(60), NOW)).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void tk04_aNumberIsOfFamilyWhenTheSourceSaysSo() {
        assertThat(List.of("家属电话", "女儿手机", "父亲电话", "配偶联系方式")).allMatch(Search::isOfFamily);
        assertThat(List.of("单位电话", "备用手机", "妇女主任电话", "联系电话")).noneMatch(Search::isOfFamily);
    }

    @Test
    void tk05_aPartnerLearnsTheNameAndOnlyTheCommitteeTheAddress() {
        assertThat(BANK.told().facts()).containsExactly("name");
        assertThat(WORK_UNIT.told().facts()).containsExactly("name");
        assertThat(COMMITTEE.told().facts()).containsExactlyInAnyOrder("name", "address");
        assertThat(Stream.of(Track.values()).filter(Track::isPartners))
                .containsExactlyInAnyOrder(WORK_UNIT, COMMITTEE, BANK);
    }

    @Test
    void everyStateOfAnOrderIsOneStateOfItsTrack() {
        List<String> states =
                List.of("issued", "signed", "extension-asked", "met", "returned", "handed-over", "withdrawn");
        assertThat(TrackState.all()).extracting(TrackState.Row::order).containsExactlyElementsOf(states);
        assertThat(TrackState.of("issued", null)).isEqualTo(TrackState.SENT);
        assertThat(TrackState.of("signed", null)).isEqualTo(TrackState.RUNNING);
        assertThat(TrackState.of("met", "found")).isEqualTo(TrackState.REACHED);
        assertThat(TrackState.of("met", "not-found")).isEqualTo(TrackState.FAILED);
        assertThat(TrackState.of("met", "refused")).isEqualTo(TrackState.FAILED);
        assertThat(TrackState.of("withdrawn", "withdrawn")).isEqualTo(TrackState.ENDED);
    }

    @Test
    void everyKindOfOrderBelongsToOneTrack() {
        List<String> kinds = Stream.of(Track.values())
                .flatMap(track -> track.kinds().stream())
                .toList();
        assertThat(kinds).doesNotHaveDuplicates();
        kinds.forEach(kind -> assertThat(Track.ofKind(kind)).isPresent());
        assertThat(Track.ofKind("stop-payment")).isEmpty();
    }
}
