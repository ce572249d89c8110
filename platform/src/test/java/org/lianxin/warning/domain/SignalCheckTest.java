package org.lianxin.warning.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianxin.warning.domain.SignalCheck.Verdict;

@Tag("fast")
class SignalCheckTest {

    private static final Instant NOW = Instant.parse("2026-11-22T07:00:00Z");

    private static Draft good() {
        return new Draft()
                .put(Field.SOURCE_ID, "YJ001")
                .put(Field.OCCURRED_AT, "2026-11-22 14:00")
                .put(Field.NAME, "包玉兰")
                .put(Field.NATIONAL_ID, "11010519491231002X")
                .put(Field.PHONE, "13912344417")
                .put(Field.LEVEL, "高危")
                .put(Field.AMOUNT, "30万")
                .keep("网格员", "张三");
    }

    private static List<String> codes(Draft draft) {
        return SignalCheck.check(draft, NOW, null) instanceof Verdict.Rejected rejected
                ? rejected.problems().stream().map(Problem::code).toList()
                : List.of();
    }

    @Test
    void wa05_takesACompleteSignalAndKeepsWhatItDoesNotUnderstand() {
        Signal signal = ((Verdict.Taken) SignalCheck.check(good(), NOW, null)).signal();

        assertThat(signal.level()).isEqualTo(Level.HIGH);
        assertThat(signal.amountCents()).isEqualTo(30_000_000L);
        assertThat(signal.fields()).containsEntry("网格员", "张三").containsEntry("涉案金额（原文）", "30万");
        assertThat(signal.toString()).doesNotContain("包玉兰").doesNotContain("1391234");
    }

    @Test
    void wa05_saysEverythingThatIsWrongAtOnce() {
        Draft draft = good().put(Field.NATIONAL_ID, "110105194912310021")
                .put(Field.PHONE, "12345")
                .put(Field.LEVEL, "随便")
                .put(Field.OCCURRED_AT, "2027-01-07 09:12");

        assertThat(codes(draft)).containsExactlyInAnyOrder("bad-national-id", "bad-phone", "bad-level", "future-time");
    }

    @Test
    void wa05_whatIsMissingIsNamed() {
        assertThat(codes(new Draft())).containsOnly("missing").hasSize(4);
    }

    @Test
    void wa05_aPassportIsKeptAsItIs() {
        Signal signal =
                ((Verdict.Taken) SignalCheck.check(good().put(Field.NATIONAL_ID, "e12345678"), NOW, null)).signal();

        assertThat(signal.nationalId()).isNull();
        assertThat(signal.fields()).containsEntry("证件号码", "E12345678");
    }

    @Test
    void wa05_zerosAndHalvesOfCharactersBecomeVisible() {
        Signal signal =
                ((Verdict.Taken) SignalCheck.check(good().put(Field.NAME, "包\u0000兰\ud800"), NOW, null)).signal();

        assertThat(signal.name()).isEqualTo("包␀兰�");
    }

    @Test
    void wa02_stopListCellsAreCountedAndGone() {
        Draft draft = good().keep("民族", "汉族").keep("政治面貌", "群众").keep("宗教", "");
        Signal signal = ((Verdict.Taken) SignalCheck.check(draft, NOW, null)).signal();

        assertThat(draft.stopped()).isEqualTo(2);
        assertThat(signal.fields().keySet()).noneMatch(StopList::covers);
    }
}
