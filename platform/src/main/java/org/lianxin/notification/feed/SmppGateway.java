package org.lianxin.notification.feed;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;
import org.lianxin.notification.domain.Gateway;
import org.lianxin.notification.domain.LongText;
import org.lianxin.notification.feed.SmppSettings.LongTexts;
import org.springframework.stereotype.Component;

/**
 * SMS over SMPP 3.4. The protocol knows no keys: when an answer is lost the message is uncertain, and only a person may send it
 * again. What was certainly not taken (no session, throttled, queue full) is put off.
 */
@Component
class SmppGateway implements Gateway {

    static final String NAME = "smpp";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PUT_OFF = Duration.ofSeconds(5);
    private static final byte NORMAL_PRIORITY = 1;
    private static final byte UDH_INDICATOR = 0x40;
    private static final int REFERENCES = 256;

    private final SmppSettings settings;
    private final SmppConnection connection;
    /** Begins anywhere: nodes that all began at one would give two texts to one handset the same reference. */
    private final AtomicInteger longTexts =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(REFERENCES));

    SmppGateway(SmppSettings settings, SmppConnection connection) {
        this.settings = settings;
        this.connection = connection;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> channels() {
        return settings.isSetUp() ? Set.of("sms") : Set.of();
    }

    @Override
    public boolean isKeyed() {
        return false;
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }

    /** One piece of a text as it goes over the wire. */
    private record Piece(byte esmClass, byte[] shortMessage, OptionalParameter... parameters) {}

    @Override
    public Answer send(Outgoing message) {
        SMPPSession session = connection.find();
        if (session == null) {
            return new Answer.Later(PUT_OFF, "not connected");
        }
        List<String> references = new ArrayList<>();
        for (Piece piece : pieces(message.text())) {
            Answer answer = submit(session, message, piece);
            if (!(answer instanceof Answer.Accepted(List<String> taken))) {
                // A text of which some parts are out already is neither sent nor unsent.
                return references.isEmpty() ? answer : new Answer.Unknown("broken off after " + references.size());
            }
            references.addAll(taken);
        }
        return new Answer.Accepted(references);
    }

    private List<Piece> pieces(String text) {
        if (LongText.isSingle(text)) {
            return List.of(new Piece((byte) 0, LongText.bytes(text)));
        }
        if (settings.longText() == LongTexts.PAYLOAD) {
            return List.of(
                    new Piece((byte) 0, new byte[0], new OptionalParameter.Message_payload(LongText.bytes(text))));
        }
        int reference = longTexts.incrementAndGet() % REFERENCES;
        return LongText.parts(text, reference).stream()
                .map(part -> new Piece(UDH_INDICATOR, part))
                .toList();
    }

    private Answer submit(SMPPSession session, Outgoing message, Piece piece) {
        try {
            return new Answer.Accepted(List.of(session.submitShortMessage(
                            "",
                            settings.source().isEmpty() ? TypeOfNumber.UNKNOWN : TypeOfNumber.NATIONAL,
                            settings.source().isEmpty() ? NumberingPlanIndicator.UNKNOWN : NumberingPlanIndicator.ISDN,
                            settings.source(),
                            TypeOfNumber.INTERNATIONAL,
                            NumberingPlanIndicator.ISDN,
                            message.to().e164().substring(1),
                            new ESMClass(piece.esmClass()),
                            (byte) 0,
                            NORMAL_PRIORITY,
                            null,
                            null,
                            new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                            (byte) 0,
                            new GeneralDataCoding(Alphabet.ALPHA_UCS2),
                            (byte) 0,
                            piece.shortMessage(),
                            piece.parameters())
                    .getMessageId()));
        } catch (NegativeResponseException e) {
            return refusal(e.getCommandStatus());
        } catch (PDUException e) {
            return new Answer.Refused("does not fit SMPP");
        } catch (ResponseTimeoutException | InvalidResponseException | IOException e) {
            return new Answer.Unknown(e.getClass().getSimpleName());
        }
    }

    private static Answer refusal(int status) {
        String problem = "smpp 0x%02x".formatted(status);
        return switch (status) {
            case SMPPConstant.STAT_ESME_RTHROTTLED,
                    SMPPConstant.STAT_ESME_RMSGQFUL,
                    SMPPConstant.STAT_ESME_RSYSERR,
                    SMPPConstant.STAT_ESME_RINVBNDSTS -> new Answer.Later(PUT_OFF, problem);
            default -> new Answer.Refused(problem);
        };
    }

    @Override
    public void idle() {
        if (settings.isSetUp()) {
            connection.find();
        }
    }
}
