package org.lianxin.warning.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianxin.warning.domain.Joining.Person;

@Tag("fast")
class JoiningTest {

    private static final Instant AT = Instant.parse("2026-11-01T00:00:00Z");

    private record Episode(@Nullable String personToken, Instant firstSignalAt, Instant lastSignalAt)
            implements Joining.Known {}

    private final Joining<Episode> joining = new Joining<>();

    private Episode known(@Nullable String token, Long idKey, Long phoneNameKey) {
        Episode episode = new Episode(token, AT, AT.plus(Duration.ofDays(2)));
        joining.add(idKey, episode);
        joining.add(phoneNameKey, episode);
        return episode;
    }

    @Test
    void wa06_theSameNationalIdJoinsUpToThirtyDaysAfterTheLastSignal() {
        Episode episode = known("A", 1L, null);
        Person same = new Person("A", 1L, null);

        assertThat(joining.find(same, AT.plus(Duration.ofDays(32)))).contains(episode);
        assertThat(joining.find(same, AT.plus(Duration.ofDays(32)).plusSeconds(1)))
                .isEmpty();
        assertThat(joining.find(same, AT.minus(Duration.ofDays(30))))
                .as("older rows of a file")
                .contains(episode);
        assertThat(joining.find(same, AT.minus(Duration.ofDays(31)))).isEmpty();
    }

    @Test
    void wa06_theSamePhoneAndNameJoinUnlessTheIdsConflict() {
        Episode episode = known("A", 1L, 9L);

        assertThat(joining.find(new Person(null, null, 9L), AT)).contains(episode);
        assertThat(joining.find(new Person("B", 2L, 9L), AT)).isEmpty();
    }

    @Test
    void wa06_twoPeopleWithOnePhoneAndNameAreNotGuessedBetween() {
        known("A", 1L, 9L);
        known("B", 2L, 9L);

        assertThat(joining.find(new Person(null, null, 9L), AT)).isEmpty();
        assertThat(joining.find(new Person("B", 2L, 9L), AT)).isPresent();
    }

    @Test
    void wa06_aCollisionOfKeysIsNoSameId() {
        known("A", 1L, null);

        assertThat(joining.find(new Person("B", 1L, null), AT)).isEmpty();
    }

    @Test
    void wa06_nobodyWithoutIdAndPhoneIsJoined() {
        known("A", 1L, 9L);

        assertThat(joining.find(new Person(null, null, null), AT)).isEmpty();
    }
}
