package org.lianxin.warning.callercode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianxin.Lianxin;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.organisation.Staffing;
import org.lianxin.organisation.Tongliao;
import org.lianxin.runtime.Database;
import org.lianxin.runtime.Instance;
import org.lianxin.shared.PhoneNumber;
import org.lianxin.shared.Uuid7;
import org.lianxin.shared.Viewer;
import org.lianxin.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@SpringBootTest(classes = Lianxin.class)
class CallerCodesModuleTest {

    private static final SystemJob JOB = new SystemJob("warning.test", false);
    private static final PhoneNumber HERS = new PhoneNumber("+8613904754417");

    @Autowired
    private CallerCodes codes;

    @Autowired
    private Staffing staffing;

    @Autowired
    private ScopedTransactions transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Vault vault;

    @Autowired
    private Instance instance;

    private Viewer clerk;

    @BeforeEach
    void aCityWithoutTries() {
        staffing.apply(Tongliao.roster());
        clerk = staffing.actAs("clerk");
        transactions.runAs(JOB, () -> jdbc.sql("delete from warning.code_try").update());
    }

    private CallerCode issue() {
        return transactions.runAs(JOB, () -> codes.issue(clerk, Uuid7.next(), HERS, "dissuade"));
    }

    @Test
    void wa30_aGenuineCallerIsProvedOnceAndNamesUnitAndTail() {
        CallerCode code = issue();

        Verdict verdict = codes.verify(code.code(), "4417", "198.51.100.1");

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Genuine.class, genuine -> {
            assertThat(genuine.staffNumberTail())
                    .isEqualTo(clerk.staffNumber().substring(clerk.staffNumber().length() - 2));
            assertThat(genuine.purpose()).isEqualTo("dissuade");
        });
        assertThat(codes.verify(code.code(), "4417", "198.51.100.2")).isInstanceOf(Verdict.NotGenuine.class);
    }

    @Test
    void wa31_theCodeIsBoundToTheNumberThatWasCalled() {
        CallerCode code = issue();

        assertThat(codes.verify(code.code(), "4418", "198.51.100.1")).isInstanceOf(Verdict.NotGenuine.class);
        assertThat(codes.verify(
                        " " + code.code().substring(0, 3) + " " + code.code().substring(3), "４４１７", "198.51.100.1"))
                .isInstanceOf(Verdict.Genuine.class);
    }

    @Test
    void wa30_anExpiredCodeIsToldLikeAForgedOne() {
        CallerCode code = issue();
        shiftClock("11 minutes");

        assertThat(codes.verify(code.code(), "4417", "198.51.100.1")).isEqualTo(new Verdict.NotGenuine(2));
        assertThat(codes.verify("000000", "9999", "198.51.100.1")).isEqualTo(new Verdict.NotGenuine(2));
        assertThat(codes.verify("not a code", "x", "198.51.100.1")).isEqualTo(new Verdict.NotGenuine(2));
    }

    @Test
    void wa30_oneCodeAskedAboutByManyAtOnceIsAcceptedOnce() throws InterruptedException, ExecutionException {
        CallerCode code = issue();
        List<Callable<Verdict>> questions = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            String address = "198.51.100." + i;
            questions.add(() -> codes.verify(code.code(), "4417", address));
        }
        int genuine = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Verdict> answer : threads.invokeAll(questions)) {
                genuine += answer.get() instanceof Verdict.Genuine ? 1 : 0;
            }
        }
        assertThat(genuine).isEqualTo(1);
    }

    @Test
    void wa32_threeTriesForTheSameDigitsFromOneAddressAreHeard() {
        CallerCode code = issue();
        assertThat(codes.verify("000001", "4417", "198.51.100.1")).isEqualTo(new Verdict.NotGenuine(2));
        assertThat(codes.verify("000002", "4417", "198.51.100.1")).isEqualTo(new Verdict.NotGenuine(1));
        assertThat(codes.verify("000003", "4417", "198.51.100.1")).isEqualTo(new Verdict.NotGenuine(0));

        assertThat(codes.verify(code.code(), "4417", "198.51.100.1")).isEqualTo(new Verdict.NotGenuine(0));
        assertThat(codes.verify(code.code(), "4417", "198.51.100.2")).isInstanceOf(Verdict.Genuine.class);
    }

    @Test
    void wa32_guessingFromManyAddressesIsNotHeardPastThirty() {
        CallerCode code = issue();
        for (int i = 0; i < 30; i++) {
            codes.verify("%06d".formatted(i), "4417", "198.51.100." + i);
        }
        assertThat(codes.verify(code.code(), "4417", "198.51.100.99")).isInstanceOf(Verdict.AskLater.class);
    }

    @Test
    void wa32_whoAsksWithoutEndSilencesNobodyElse() {
        CallerCode code = issue();
        for (int i = 0; i < 100; i++) {
            codes.verify("%06d".formatted(i), "4417", "198.51.100.1");
            codes.verify("%06d".formatted(i), "%04d".formatted(i), "198.51.100.2");
        }
        assertThat(codes.verify("000001", "4417", "198.51.100.1")).isEqualTo(new Verdict.NotGenuine(0));
        assertThat(codes.verify("000001", "0999", "198.51.100.2")).isInstanceOf(Verdict.AskLater.class);
        assertThat(codes.verify(code.code(), "4417", "198.51.100.3")).isInstanceOf(Verdict.Genuine.class);
    }

    @Test
    void wa32_overTheBoundForAllTheAnswerSaysNothingAboutTheCode() {
        CodeTries tries = new CodeTries(jdbc, vault, new CodeTries.Bounds(3, 60, 30, 16));
        List<CodeTries.Count> counts = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            String address = "198.51.100." + i;
            String four = "%04d".formatted(i);
            counts.add(transactions.runAs(JOB, () -> tries.count(address, four)));
        }
        assertThat(counts.getFirst()).isEqualTo(new CodeTries.Count.Heard(2));
        assertThat(counts).filteredOn(CodeTries.Count.Later.class::isInstance).hasSizeBetween(48, 60);
    }

    @Test
    void wa32_aHouseholdsAddressesOfTheSixthVersionCountAsOne() {
        for (int i = 1; i <= 3; i++) {
            codes.verify("00000" + i, "4417", "2001:db8:7:8::" + i);
        }
        assertThat(codes.verify("000004", "4417", "2001:db8:7:8:ffff::4")).isEqualTo(new Verdict.NotGenuine(0));
        assertThat(codes.verify("000004", "4417", "2001:db8:7:9::4")).isEqualTo(new Verdict.NotGenuine(2));
    }

    private void shiftClock(String interval) {
        Database database = instance.database();
        JdbcClient.create(new DriverManagerDataSource(
                        database.url(),
                        database.owner().user(),
                        database.owner().password()))
                .sql("select runtime.shift_clock(?::interval)")
                .param(interval)
                .query()
                .singleRow();
    }
}
