package org.lianxin.audit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.lianxin.audit.Purpose;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.shared.DataScope;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Role;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.Viewer;

/** AU-01: nobody reads the city through, one person at a time. */
class ReadingBoundTest {

    private static final ScopedDatabase DATABASE = ScopedDatabase.fresh();

    private static final AtomicInteger PEOPLE = new AtomicInteger();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static Viewer somebody() {
        return ScopedDatabase.viewer("15.1505." + PEOPLE.incrementAndGet() + ".", DataScope.OWN, Role.VISITING_OFFICER);
    }

    private static void open(Viewer viewer, UUID subject, @Nullable String reason) {
        Purpose purpose = new Purpose("warning.dissuade", new SubjectRef("warning", subject), null, reason);
        DATABASE.transactions().runFor(viewer, purpose, () -> {
            DATABASE.log().shown(List.of("aa"), List.of("name"));
            return true;
        });
    }

    private static void openMany(Viewer viewer, int count, @Nullable String reason) {
        for (int i = 0; i < count; i++) {
            open(viewer, UUID.randomUUID(), reason);
        }
    }

    private static void assertRefused(Viewer viewer, UUID subject, @Nullable String reason, String code) {
        assertThatThrownBy(() -> open(viewer, subject, reason))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo(code));
    }

    private static long count(Viewer viewer, String condition) {
        return DATABASE.transactions()
                .runAs(
                        new SystemJob("test.look", false),
                        () -> DATABASE.jdbc()
                                .sql("select count(*) from audit.entry where actor = ? and " + condition)
                                .param(viewer.staffNumber())
                                .query(Long.class)
                                .single());
    }

    @Test
    void au01_beyondSixtyPersonsAnHourEachOpeningNeedsATypedReasonAndThePrivacyOfficerIsTold() {
        Viewer viewer = somebody();
        UUID known = UUID.randomUUID();
        open(viewer, known, null);
        openMany(viewer, ReadingBound.USUAL - 1, null);
        assertThat(count(viewer, "action = 'audit.mass-reading'")).isZero();

        UUID further = UUID.randomUUID();
        assertRefused(viewer, further, null, "audit.say-why");
        assertRefused(viewer, further, " ", "audit.say-why");

        assertThat(count(viewer, "subject_id = '" + further + "'"))
                .as("shown nothing")
                .isZero();
        assertThat(count(viewer, "action = 'audit.mass-reading'")).isEqualTo(1);
        open(viewer, further, "值班交接，逐件核对");
        open(viewer, known, null);
        openMany(somebody(), 3, null);
        assertThat(count(viewer, "action = 'audit.mass-reading'"))
                .as("once an hour")
                .isEqualTo(1);
    }

    @Test
    void au01_whoTypesAReasonAtOnceIsNoticedToo() {
        Viewer viewer = somebody();
        openMany(viewer, ReadingBound.USUAL + 2, "值班交接，逐件核对");
        assertThat(count(viewer, "action = 'audit.mass-reading'")).isEqualTo(1);
    }

    @Test
    void au01_aListCountsForThoseItNamesAndMasksForNobody() {
        Viewer viewer = somebody();
        list(viewer, 80, "masks");
        open(viewer, UUID.randomUUID(), null);
        list(viewer, 80, "name");
        openMany(viewer, 9, null);
        assertRefused(viewer, UUID.randomUUID(), null, "audit.say-why");
    }

    private static void list(Viewer viewer, int persons, String field) {
        Purpose purpose = new Purpose("warning.export", new SubjectRef("warning", UUID.randomUUID()), null, "晨会");
        DATABASE.transactions().runFor(viewer, purpose, () -> {
            DATABASE.log().shown(Collections.nCopies(persons, "aa"), List.of(field));
            return true;
        });
    }

    @Test
    void au01_atThreeHundredItEndsUntilTheHourHasPassed() {
        Viewer viewer = somebody();
        openMany(viewer, ReadingBound.MOST, "逐件核对");
        assertRefused(viewer, UUID.randomUUID(), "逐件核对", "audit.too-many-cases");
    }
}
