package org.lianxin.organisation.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.organisation.PeopleApplication;
import org.lianxin.organisation.Staffing;
import org.lianxin.organisation.Tongliao;
import org.lianxin.organisation.domain.Totp;
import org.lianxin.organisation.signin.SignIns.Attempt;
import org.lianxin.organisation.signin.SignIns.Outcome;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(classes = PeopleApplication.class)
class SignInModuleTest {

    private static final SystemJob JOB = new SystemJob("organisation.test", false);

    @Autowired
    private Staffing staffing;

    @Autowired
    private SignIns signIns;

    @Autowired
    private Sessions sessions;

    @Autowired
    private SecondFactors factors;

    @Autowired
    private Credentials credentials;

    @Autowired
    private ScopedTransactions transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private javax.sql.DataSource database;

    @BeforeEach
    void aCityWithoutAttempts() {
        staffing.apply(Tongliao.roster());
        sql("delete from organisation.attempt");
        sql("delete from organisation.device");
        sql("update organisation.credential set second_factor = 0, offered_factor = 0, last_step = 0");
    }

    @Test
    void aRightPasswordOpensASessionThatEndsWhenItIsRevoked() {
        Outcome.SignedIn signedIn = signedIn(attempt("clerk", Tongliao.PASSWORD, null, null));
        assertThat(sessions.find(signedIn.token()))
                .hasValueSatisfying(open -> assertThat(open.viewer().name()).isEqualTo("乌云"));
        assertThat(sessions.endedAmong(java.util.Set.of(signedIn.viewer().sessionId())))
                .isEmpty();
        assertThat(sessions.end(signedIn.viewer(), signedIn.viewer().sessionId()))
                .isTrue();
        assertThat(sessions.find(signedIn.token())).isEmpty();
        assertThat(sessions.endedAmong(java.util.Set.of(signedIn.viewer().sessionId())))
                .hasSize(1);
    }

    @Test
    void aSessionRevokedOnAnotherNodeIsShutWithinFiveSeconds() throws InterruptedException {
        Outcome.SignedIn signedIn = signedIn(attempt("clerk", Tongliao.PASSWORD, null, null));
        assertThat(sessions.find(signedIn.token())).isPresent();
        sql("update organisation.session set ended_at = now()");
        Instant revoked = Instant.now();
        while (sessions.find(signedIn.token()).isPresent()) {
            assertThat(Instant.now()).isBefore(revoked.plusSeconds(5));
            Thread.sleep(50);
        }
    }

    @Test
    void anIdleAnOldAndABlockedSessionAreShut() {
        for (String change : List.of(
                "update organisation.session set seen_at = now() - interval '2 hours 1 second'",
                "update organisation.session set created_at = now() - interval '14 hours 1 second'",
                "update organisation.staff set state = 'blocked' where account = 'officer'")) {
            Outcome.SignedIn signedIn = signedIn(attempt("officer", Tongliao.PASSWORD, null, null));
            sql(change);
            assertThat(sessions.find(signedIn.token())).as(change).isEmpty();
        }
        sql("update organisation.staff set state = 'active'");
    }

    @Test
    void whoHoldsTheDataFolderLetsALockedOutAdministratorBackIn() {
        Outcome.SignedIn before = signedIn(attempt("admin", Tongliao.PASSWORD, null, null));
        sql("update organisation.credential set second_factor = 1, offered_factor = 1");
        sql("update organisation.staff set state = 'blocked' where account = 'admin'");
        assertThat(signIns.signIn(attempt("admin", Tongliao.PASSWORD, null, null)))
                .isInstanceOf(Outcome.Wrong.class);

        String code =
                AdministratorCommand.reset(database, transactions, "admin").orElseThrow();

        Outcome.SignedIn after = signedIn(attempt("admin", code, null, null));
        assertThat(sessions.find(after.token()))
                .hasValueSatisfying(open -> assertThat(open.passwordDue()).isTrue());
        assertThat(sessions.endedAmong(java.util.Set.of(before.viewer().sessionId())))
                .hasSize(1);
        assertThat(count("select count(*) from audit.entry where action = 'organisation.administrator.reset'"))
                .isPositive();
        assertThat(AdministratorCommand.reset(database, transactions, "clerk")).isEmpty();
    }

    @Test
    void whatAnAuthenticatorWasOfferedBeforeAResetConfirmsNothingAfterIt() {
        UUID staff = signedIn(attempt("issuer", Tongliao.PASSWORD, null, null))
                .viewer()
                .staffId();
        byte[] inUse = secondFactor(staff);
        byte[] offered = Base32.bytes(factors.offer(staff).secret());

        credentials.putOneTime(staff, credentials.hash("one time"));

        assertThat(factors.confirm(staff, codeNow(inUse))).isFalse();
        assertThat(factors.confirm(staff, codeNow(offered))).isFalse();
        byte[] fresh = Base32.bytes(factors.offer(staff).secret());
        assertThat(fresh).isNotEqualTo(inUse).isNotEqualTo(offered);
        assertThat(factors.confirm(staff, codeNow(offered))).isFalse();
        assertThat(factors.confirm(staff, codeNow(fresh))).isTrue();
        credentials.put(staff, credentials.hash(Tongliao.PASSWORD));
    }

    private static String codeNow(byte[] secret) {
        return Totp.code(secret, Totp.step(Instant.now()));
    }

    @Test
    void anAccountThatIsNotThereLeavesTheSameTracesAsOneThatIs() {
        long before = count("select count(*) from audit.entry");
        signIns.signIn(attempt("chief", "wrong", null, null));
        assertThat(count("select count(*) from audit.entry")).isEqualTo(before + 1);
        signIns.signIn(attempt("nobody-here", "wrong", null, null));
        assertThat(count("select count(*) from audit.entry")).isEqualTo(before + 2);
    }

    @Test
    void aPasswordLongerThanAnyIsRefusedBeforeTheAccountIsLookedUp() {
        for (String account : List.of("chief", "nobody-here")) {
            assertThat(signIns.signIn(attempt(account, "x".repeat(201), null, null)))
                    .isInstanceOf(Outcome.Wrong.class);
        }
        assertThat(count("select count(*) from organisation.attempt")).isZero();
    }

    private long count(String sql) {
        return transactions.runAs(
                new SystemJob("organisation.test", true),
                () -> jdbc.sql(sql).query((row, n) -> row.getLong(1)).single());
    }

    @Test
    void tenWrongGuessesAnHourAreEvaluatedAndTheRightOneAfterThemIsNot() {
        for (int i = 0; i < SignIns.MOST_PER_ACCOUNT; i++) {
            assertThat(signIns.signIn(attempt("chief", "wrong " + i, null, null)))
                    .isInstanceOf(Outcome.Wrong.class);
        }
        assertThat(signIns.signIn(attempt("chief", Tongliao.PASSWORD, null, null)))
                .isInstanceOfSatisfying(
                        Outcome.TooMany.class,
                        many -> assertThat(many.retryAfterSeconds()).isBetween(3_500L, 3_600L));
        sql("update organisation.attempt set at = at - interval '1 hour'");
        assertThat(signIns.signIn(attempt("chief", Tongliao.PASSWORD, null, null)))
                .isInstanceOf(Outcome.SignedIn.class);
    }

    @Test
    void theOwnerIsNeverLockedOutOnAKnownDevice() {
        String device =
                signedIn(attempt("chief", Tongliao.PASSWORD, null, null)).device();
        for (int i = 0; i < 30; i++) {
            signIns.signIn(attempt("chief", "wrong " + i, null, null));
        }
        assertThat(signIns.signIn(attempt("chief", Tongliao.PASSWORD, null, null)))
                .isInstanceOf(Outcome.TooMany.class);
        assertThat(signIns.signIn(attempt("chief", Tongliao.PASSWORD, null, device)))
                .isInstanceOf(Outcome.SignedIn.class);
    }

    @Test
    void theMarkOfSomebodyElsesDeviceHelpsNobody() {
        String device =
                signedIn(attempt("clerk", Tongliao.PASSWORD, null, null)).device();
        for (int i = 0; i < SignIns.MOST_PER_ACCOUNT; i++) {
            signIns.signIn(attempt("chief", "wrong " + i, null, device));
        }
        assertThat(signIns.signIn(attempt("chief", Tongliao.PASSWORD, null, device)))
                .isInstanceOf(Outcome.TooMany.class);
    }

    @Test
    void guessesThatComeAllAtOnceAreCountedLikeOthers() throws Exception {
        List<Outcome> outcomes = atOnce(40, () -> signIns.signIn(attempt("chief", "wrong", null, null)));
        assertThat(outcomes.stream().filter(Outcome.Wrong.class::isInstance)).hasSize(SignIns.MOST_PER_ACCOUNT);
        assertThat(outcomes.stream().filter(Outcome.TooMany.class::isInstance)).hasSize(30);
    }

    @Test
    void oneAddressCannotTryAllAccountsInTurn() {
        int evaluated = 0;
        for (int i = 0; i < 130; i++) {
            evaluated += signIns.signIn(attempt("nobody" + i, "wrong", null, null)) instanceof Outcome.Wrong ? 1 : 0;
        }
        assertThat(evaluated).isEqualTo(SignIns.MOST_PER_ADDRESS);
    }

    @Test
    void anUnknownAccountIsAnsweredLikeAWrongPasswordAndTakesAsLong() {
        Map<String, Long> fastest = new HashMap<>();
        for (int i = 0; i < 8; i++) {
            for (String account : List.of("approver", "somebody")) {
                long started = System.nanoTime();
                assertThat(signIns.signIn(attempt(account, "wrong", null, null)))
                        .isInstanceOf(Outcome.Wrong.class);
                fastest.merge(account, System.nanoTime() - started, Math::min);
            }
        }
        double ratio = (double) Objects.requireNonNull(fastest.get("approver"))
                / Objects.requireNonNull(fastest.get("somebody"));
        assertThat(ratio).isBetween(0.4, 2.5);
    }

    @Test
    void oneCodePostedAThousandTimesAtOnceIsAcceptedOnce() throws Exception {
        UUID staff = signedIn(attempt("clerk", Tongliao.PASSWORD, null, null))
                .viewer()
                .staffId();
        byte[] secret = secondFactor(staff);
        String device = signedInWithCode(secret);
        sql("update organisation.credential set last_step = 0");
        sql("delete from organisation.attempt");
        String code = Totp.code(secret, Totp.step(Instant.now()));
        List<Outcome> outcomes = atOnce(1_000, () -> signIns.signIn(attempt("clerk", Tongliao.PASSWORD, code, device)));
        assertThat(outcomes.stream().filter(Outcome.SignedIn.class::isInstance)).hasSize(1);
    }

    @Test
    void withASecondFactorThePasswordAloneIsNotEnough() {
        UUID staff = signedIn(attempt("clerk", Tongliao.PASSWORD, null, null))
                .viewer()
                .staffId();
        byte[] secret = secondFactor(staff);
        assertThat(signIns.signIn(attempt("clerk", Tongliao.PASSWORD, null, null)))
                .isInstanceOf(Outcome.CodeNeeded.class);
        assertThat(signIns.signIn(attempt("clerk", Tongliao.PASSWORD, "000000", null)))
                .isInstanceOf(Outcome.Wrong.class);
        sql("update organisation.credential set last_step = 0");
        String right = Totp.code(secret, Totp.step(Instant.now()));
        Outcome.SignedIn strong = signedIn(attempt("clerk", Tongliao.PASSWORD, right, null));
        assertThat(sessions.find(strong.token()))
                .hasValueSatisfying(open -> assertThat(open.strong()).isTrue());
        assertThat(signIns.signIn(attempt("clerk", Tongliao.PASSWORD, right, null)))
                .as("the same code again")
                .isInstanceOf(Outcome.Wrong.class);
    }

    @Test
    void theDatabaseHoldsNoTokenAndNoPassword() {
        Outcome.SignedIn signedIn = signedIn(attempt("clerk", Tongliao.PASSWORD, null, null));
        String dump = transactions.runAs(
                JOB, () -> jdbc.sql("""
                        select string_agg(t.x, ' ') from (
                            select s::text as x from organisation.session s
                            union all select d::text from organisation.device d
                            union all select c::text from organisation.credential c) t""").query((row, n) -> row.getString(1)).single());
        assertThat(dump).contains("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(dump).doesNotContain(signedIn.token(), signedIn.device(), Tongliao.PASSWORD);
        assertThat(signedIn.toString()).doesNotContain(signedIn.token());
    }

    private byte[] secondFactor(UUID staff) {
        String offered = factors.offer(staff).secret();
        byte[] secret = Base32.bytes(offered);
        assertThat(factors.confirm(staff, "not it")).isFalse();
        assertThat(factors.confirm(staff, Totp.code(secret, Totp.step(Instant.now()))))
                .isTrue();
        return secret;
    }

    private String signedInWithCode(byte[] secret) {
        sql("update organisation.credential set last_step = 0");
        return signedIn(attempt("clerk", Tongliao.PASSWORD, Totp.code(secret, Totp.step(Instant.now())), null))
                .device();
    }

    private static List<Outcome> atOnce(int times, Callable<Outcome> work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Outcome>> futures = java.util.stream.Stream.generate(() -> threads.submit(work))
                    .limit(times)
                    .toList();
            List<Outcome> outcomes = new java.util.ArrayList<>();
            for (Future<Outcome> each : futures) {
                outcomes.add(each.get());
            }
            return outcomes;
        }
    }

    private Outcome.SignedIn signedIn(Attempt attempt) {
        return (Outcome.SignedIn) signIns.signIn(attempt);
    }

    private static Attempt attempt(String account, String password, @Nullable String code, @Nullable String device) {
        return new Attempt(account, password, code, device, "192.0.2.1", "a browser");
    }

    private void sql(String sql) {
        transactions.runAs(JOB, () -> jdbc.sql(sql).update());
    }
}
