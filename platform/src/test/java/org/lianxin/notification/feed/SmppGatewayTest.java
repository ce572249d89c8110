package org.lianxin.notification.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jsmpp.SMPPConstant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianxin.notification.domain.Gateway.Answer;
import org.lianxin.notification.domain.Gateway.Outgoing;
import org.lianxin.notification.domain.Receipts;
import org.lianxin.notification.feed.SmppSettings.LongTexts;
import org.lianxin.shared.PhoneNumber;
import org.lianxin.shared.UnitPath;

/** Against a real SMPP session on loopback. */
class SmppGatewayTest {

    private final List<String> booked = new CopyOnWriteArrayList<>();
    private SmsCentre centre;
    private SmppConnection connection;
    private SmppGateway gateway;

    private final Receipts receipts = new Receipts() {
        @Override
        public void received(String gateway, List<String> references, boolean delivered) {
            if (booked.contains("broken")) {
                booked.remove("broken");
                throw new IllegalStateException("the database is away");
            }
            references.forEach(each -> booked.add(each + " " + delivered));
        }

        @Override
        public void replied(String gateway, PhoneNumber from, String text) {
            booked.add(from + " says " + text);
        }

        @Override
        public boolean repliedTo(String key, String gateway, String text) {
            throw new UnsupportedOperationException("the simulator's way");
        }
    };

    @BeforeEach
    void begin() throws IOException {
        centre = new SmsCentre();
        use(settings(centre.port(), "pass", LongTexts.PARTS));
    }

    private void use(SmppSettings settings) {
        connection = new SmppConnection(settings, receipts);
        gateway = new SmppGateway(settings, connection);
    }

    @AfterEach
    void end() throws IOException {
        connection.destroy();
        centre.close();
    }

    private static SmppSettings settings(int port, String password, LongTexts longTexts) {
        return new SmppSettings("127.0.0.1", port, "lianxin", password, "", "10690000", longTexts);
    }

    private static Outgoing message(String text) {
        return new Outgoing(
                UUID.randomUUID(),
                "key",
                "sms",
                new PhoneNumber("+8613912344417"),
                text,
                null,
                new UnitPath("15.1505."));
    }

    private static void until(java.util.function.BooleanSupplier met) throws InterruptedException {
        for (int i = 0; i < 500 && !met.getAsBoolean(); i++) {
            Thread.sleep(20);
        }
        assertThat(met.getAsBoolean()).isTrue();
    }

    @Test
    void aChineseTextArrivesAsItWasWrittenAndItsReceiptComesBack() throws Exception {
        Answer answer = gateway.send(message("您可能正在遭遇冒充公检法诈骗，请勿转账。𠮷"));
        assertThat(centre.received).singleElement().satisfies(one -> {
            assertThat(one.text()).isEqualTo("您可能正在遭遇冒充公检法诈骗，请勿转账。𠮷");
            assertThat(one.to()).isEqualTo("8613912344417");
            assertThat(answer).isEqualTo(new Answer.Accepted(List.of(one.id())));
        });
        assertThat(centre.dataCoding()).isEqualTo((byte) 8);
        centre.report(centre.received.getFirst().id(), "DELIVRD");
        until(() -> booked.contains(centre.received.getFirst().id() + " true"));
        centre.report("other", "UNDELIV");
        until(() -> booked.contains("other false"));
        centre.report("under-way", "ACCEPTD");
        centre.reply("我没有转账");
        until(() -> booked.contains("139****4417 says 我没有转账"));
        assertThat(booked).noneMatch(line -> line.startsWith("under-way"));
    }

    @Test
    void aReceiptThatCannotBeStoredIsRefusedSoThatTheCentreSendsItAgain() throws Exception {
        gateway.send(message("请勿转账"));
        booked.add("broken");
        String id = centre.received.getFirst().id();
        assertThatThrownBy(() -> centre.report(id, "DELIVRD")).hasMessageContaining("0000006");
        centre.report(id, "DELIVRD");
        until(() -> booked.contains(id + " true"));
    }

    @Test
    void aLongTextTravelsInPartsThatJoinAgain() {
        String text = "请勿转账！".repeat(40) + "𠮷";
        Answer answer = gateway.send(message(text));
        assertThat(centre.received).hasSizeGreaterThan(2).allMatch(part -> part.bytes() <= 140);
        assertThat(centre.received).allMatch(part -> (part.esmClass() & 0x40) != 0);
        assertThat(String.join(
                        "",
                        centre.received.stream().map(SmsCentre.Received::text).toList()))
                .isEqualTo(text);
        assertThat(answer)
                .isEqualTo(new Answer.Accepted(
                        centre.received.stream().map(SmsCentre.Received::id).toList()));
    }

    @Test
    void orAsOnePayload() {
        use(settings(centre.port(), "pass", LongTexts.PAYLOAD));
        String text = "请勿转账！".repeat(40);
        gateway.send(message(text));
        assertThat(centre.received)
                .singleElement()
                .satisfies(one -> assertThat(one.text()).isEqualTo(text));
    }

    @Test
    void aThrottledMessageIsPutOffAndAnImpossibleOneRefused() {
        centre.refuseNext.set(SMPPConstant.STAT_ESME_RTHROTTLED);
        assertThat(gateway.send(message("请勿转账"))).isInstanceOf(Answer.Later.class);
        centre.refuseNext.set(SMPPConstant.STAT_ESME_RINVDSTADR);
        assertThat(gateway.send(message("请勿转账"))).isEqualTo(new Answer.Refused("smpp 0x0b"));
        assertThat(gateway.send(message("请勿转账"))).isInstanceOf(Answer.Accepted.class);
        assertThat(centre.received).hasSize(1);
    }

    @Test
    void afterTheLineWasCutItBindsAgain() throws Exception {
        gateway.send(message("一"));
        centre.hangUp();
        until(() -> gateway.send(message("二")) instanceof Answer.Accepted);
        assertThat(centre.received).extracting(SmsCentre.Received::text).contains("一", "二");
    }

    @Test
    void withoutASessionNothingIsSentAndNothingUncertain() {
        use(settings(centre.port(), "wrong", LongTexts.PARTS));
        assertThat(gateway.send(message("请勿转账"))).isInstanceOf(Answer.Later.class);
        assertThat(gateway.send(message("请勿转账"))).isInstanceOf(Answer.Later.class);
        assertThat(centre.received).isEmpty();
    }

    @Test
    void anAnswerThatNeverComesLeavesItUncertain() {
        gateway.send(message("一"));
        centre.fallSilent();
        long start = System.nanoTime();
        assertThat(gateway.send(message("二"))).isInstanceOf(Answer.Unknown.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(gateway.patience());
    }

    @Test
    void aHostWithoutCredentialsDoesNotStart() {
        assertThatThrownBy(() -> new SmppSettings("10.0.0.1", 2775, "", "", "", "", LongTexts.PARTS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("LIANXIN_SMPP_SYSTEM_ID");
        assertThat(new SmppSettings(null, 2775, "", "", "", "", LongTexts.PARTS).isSetUp())
                .isFalse();
        assertThat(settings(1, "secret", LongTexts.PARTS).toString()).doesNotContain("secret");
    }
}
