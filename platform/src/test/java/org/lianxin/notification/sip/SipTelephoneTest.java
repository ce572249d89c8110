package org.lianxin.notification.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.DatagramSocket;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianxin.notification.CallMoved;
import org.lianxin.notification.Telephone.DeskCall;
import org.lianxin.notification.Telephone.Ending;
import org.lianxin.notification.Telephone.Stage;
import org.lianxin.shared.PhoneNumber;
import org.lianxin.testing.Exchange;
import org.lianxin.testing.Exchange.Reply;

/** Against a real SIP exchange on loopback. */
class SipTelephoneTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final AtomicInteger SERIAL = new AtomicInteger(1000);
    private static final List<CallMoved> MOVES = new CopyOnWriteArrayList<>();

    private static Exchange exchange;
    private static SipTelephone usual;
    private final String desk = "d" + SERIAL.incrementAndGet();
    private final String person = "1391234" + SERIAL.get();
    private @Nullable SipTelephone other;
    private SipTelephone telephone = usual;

    @BeforeAll
    static void anExchange() {
        exchange = new Exchange();
        usual = new SipTelephone(
                settings(exchange.port(), Exchange.PASSWORD, LONG), event -> MOVES.add((CallMoved) event));
    }

    @AfterAll
    static void close() {
        usual.destroy();
        exchange.close();
    }

    @BeforeEach
    void aDeskThatPicksUp() {
        MOVES.clear();
        exchange.telephones.put(desk, new Reply(200, 0));
    }

    private void use(SipSettings settings) {
        other = new SipTelephone(settings, event -> MOVES.add((CallMoved) event));
        telephone = other;
    }

    private static SipSettings settings(int port, String password, Duration rings) {
        return new SipSettings("127.0.0.1", port, "udp", "lianxin", password, "", 0, rings, rings);
    }

    @AfterEach
    void closeTheOther() {
        if (other != null) {
            other.destroy();
        }
    }

    private UUID dial() {
        UUID call = UUID.randomUUID();
        telephone.place(new DeskCall(call, desk, new PhoneNumber("+86" + person)));
        return call;
    }

    private Ending ending() throws InterruptedException {
        until(() -> !MOVES.isEmpty() && MOVES.getLast().stage() == Stage.ENDED);
        return MOVES.getLast().ending();
    }

    private void until(BooleanSupplier met) throws InterruptedException {
        for (int i = 0; i < 1000 && !met.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertThat(met.getAsBoolean())
                .as("moves %s, the exchange heard %s", MOVES, exchange.heard)
                .isTrue();
    }

    private void untilStage(Stage stage) throws InterruptedException {
        until(() -> MOVES.stream().anyMatch(each -> each.stage() == stage));
    }

    @Test
    void theDeskIsRungThenThePersonAndEachHearsTheOther() throws Exception {
        exchange.telephones.put(person, new Reply(200, 0));

        UUID call = dial();

        until(() -> exchange.said.containsKey("ACK " + person));
        assertThat(exchange.said.get("ACK " + desk)).contains("a=inactive").doesNotContain("sendrecv");
        assertThat(exchange.said.get("RE-INVITE " + desk)).contains("m=audio " + Exchange.mediaPort(person) + " ");
        assertThat(exchange.said.get("ACK " + person)).contains("m=audio " + Exchange.mediaPort(desk) + " ");
        untilStage(Stage.TALKING);

        exchange.hangUp(person);

        assertThat(ending()).isEqualTo(Ending.HUNG_UP);
        assertThat(MOVES)
                .extracting(CallMoved::stage)
                .containsExactly(Stage.DESK, Stage.DIALLING, Stage.RINGING, Stage.TALKING, Stage.ENDED);
        until(() -> exchange.heard.contains("BYE " + desk));
        assertThat(telephone.hangUp(call)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "486, 0, BUSY",
        "600, 0, BUSY",
        "480, 0, NO_ANSWER",
        "603, 0, REFUSED",
        "480, 20, SWITCHED_OFF",
        "404, 1, WRONG_NUMBER",
        "503, 0, LINE_DOWN"
    })
    void eachEndingIsToldApartAndTheDeskIsReleased(int status, int cause, Ending meant) throws Exception {
        exchange.telephones.put(person, new Reply(status, cause));

        dial();

        assertThat(ending()).isEqualTo(meant);
        until(() -> exchange.heard.contains("BYE " + desk));
    }

    @Test
    void whoDoesNotPickUpInTimeIsRungNoLonger() throws Exception {
        exchange.telephones.put(person, new Reply(180, 0));
        use(settings(exchange.port(), Exchange.PASSWORD, Duration.ofSeconds(1)));

        dial();

        assertThat(ending()).isEqualTo(Ending.NO_ANSWER);
        until(() -> exchange.heard.contains("CANCEL " + person) && exchange.heard.contains("BYE " + desk));
    }

    @Test
    void theClerkHangsUpOnTheScreenWhileItRings() throws Exception {
        exchange.telephones.put(person, new Reply(180, 0));
        UUID call = dial();
        untilStage(Stage.RINGING);

        assertThat(telephone.hangUp(call)).isTrue();

        assertThat(ending()).isEqualTo(Ending.CANCELLED);
        until(() -> exchange.heard.contains("CANCEL " + person) && exchange.heard.contains("BYE " + desk));
    }

    @Test
    void orPutsTheReceiverDown() throws Exception {
        exchange.telephones.put(person, new Reply(180, 0));
        dial();
        untilStage(Stage.RINGING);

        exchange.hangUp(desk);

        assertThat(ending()).isEqualTo(Ending.CANCELLED);
        until(() -> exchange.heard.contains("CANCEL " + person));
        assertThat(exchange.heard).doesNotContain("BYE " + desk);
    }

    @Test
    void aDeskThatDoesNotPickUpOrIsUnknownMakesNoCall() throws Exception {
        exchange.telephones.put(desk, new Reply(180, 0));
        use(settings(exchange.port(), Exchange.PASSWORD, Duration.ofSeconds(1)));
        dial();
        assertThat(ending()).isEqualTo(Ending.DESK_UNANSWERED);
        until(() -> exchange.heard.contains("CANCEL " + desk));

        MOVES.clear();
        exchange.telephones.remove(desk);
        dial();

        assertThat(ending()).isEqualTo(Ending.DESK_UNKNOWN);
        assertThat(exchange.heard).noneMatch(each -> each.endsWith(person));
    }

    @Test
    void anExchangeThatIsDownIsSaidSo() throws Exception {
        int nobody;
        try (DatagramSocket free = new DatagramSocket(0)) {
            nobody = free.getLocalPort();
        }
        use(settings(nobody, Exchange.PASSWORD, LONG));

        dial();

        assertThat(ending()).isEqualTo(Ending.LINE_DOWN);
        assertThat(Ending.LINE_DOWN.isMade()).isFalse();
    }

    @Test
    void wrongCredentialsAreToldFromAnEnding() throws Exception {
        use(settings(exchange.port(), "wrong", LONG));
        dial();
        assertThat(ending()).isEqualTo(Ending.LINE_REFUSED);
        assertThat(exchange.heard).contains("INVITE " + desk).noneMatch(each -> each.endsWith(person));
    }

    @Test
    void anExchangeThatKnowsOnlyMd5IsStillUnderstood() throws Exception {
        exchange.protectBy("MD5");
        exchange.telephones.put(person, new Reply(486, 0));

        dial();

        assertThat(ending()).isEqualTo(Ending.BUSY);
        exchange.protectBy("SHA-256");
    }

    @Test
    void aHostWithoutCredentialsDoesNotStart() {
        assertThatThrownBy(() -> settings(5060, "", LONG))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("LIANXIN_TELEPHONY_PASSWORD");
        assertThat(settings(5060, "secret", LONG).toString()).doesNotContain("secret");
        assertThat(new SipSettings(null, 5060, "udp", "", "", "", 0, LONG, LONG).isSetUp())
                .isFalse();
    }
}
