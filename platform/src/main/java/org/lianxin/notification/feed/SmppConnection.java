package org.lianxin.notification.feed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.DeliveryReceipt;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.jsmpp.util.DeliveryReceiptState;
import org.jsmpp.util.InvalidDeliveryReceiptException;
import org.jspecify.annotations.Nullable;
import org.lianxin.notification.domain.Receipts;
import org.lianxin.shared.PhoneNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The session with the SMS centre: bound when needed, bound again after a loss, never tried more often than it helps. */
@Component
class SmppConnection implements MessageReceiverListener, DisposableBean {

    private static final Duration TRANSACTION = Duration.ofSeconds(10);
    private static final Duration ENQUIRE = Duration.ofSeconds(15);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger(SmppConnection.class);

    private final SmppSettings settings;
    private final Receipts receipts;
    private @Nullable SMPPSession session;
    private Duration pause = FIRST_PAUSE;
    private long nextTryNanos = System.nanoTime();

    SmppConnection(SmppSettings settings, Receipts receipts) {
        this.settings = settings;
        this.receipts = receipts;
    }

    /** The bound session; null when there is none now. */
    synchronized @Nullable SMPPSession find() {
        SMPPSession known = session;
        if (known != null && known.getSessionState().isTransmittable()) {
            return known;
        }
        if (known != null) {
            known.close();
            session = null;
        }
        return System.nanoTime() - nextTryNanos < 0 ? null : bind();
    }

    private @Nullable SMPPSession bind() {
        SMPPSession fresh = new SMPPSession();
        fresh.setTransactionTimer(TRANSACTION.toMillis());
        fresh.setEnquireLinkTimer((int) ENQUIRE.toMillis());
        fresh.setMessageReceiverListener(this);
        try {
            fresh.connectAndBind(
                    settings.host(),
                    settings.port(),
                    new BindParameter(
                            BindType.BIND_TRX,
                            settings.systemId(),
                            settings.password(),
                            settings.systemType(),
                            TypeOfNumber.UNKNOWN,
                            NumberingPlanIndicator.UNKNOWN,
                            null),
                    TRANSACTION.toMillis());
            session = fresh;
            pause = FIRST_PAUSE;
            LOG.info("bound to the SMS centre {}", settings);
            return fresh;
        } catch (IOException e) {
            fresh.close();
            nextTryNanos = System.nanoTime() + pause.toNanos();
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
            LOG.warn("cannot bind to the SMS centre {}: {}", settings, e.getMessage());
            return null;
        }
    }

    /** Answered only after it is stored: a centre that gets an error sends it again. */
    @Override
    public void onAcceptDeliverSm(DeliverSm deliver) throws ProcessRequestException {
        try {
            if (deliver.isSmscDeliveryReceipt()) {
                receipt(deliver);
            } else {
                reply(deliver);
            }
        } catch (InvalidDeliveryReceiptException e) {
            LOG.warn("the SMS centre sent a receipt that cannot be read");
        } catch (RuntimeException e) {
            LOG.warn("a receipt could not be stored: {}", e.getClass().getName());
            throw new ProcessRequestException("not stored", SMPPConstant.STAT_ESME_RX_T_APPN);
        }
    }

    private void receipt(DeliverSm deliver) throws InvalidDeliveryReceiptException {
        DeliveryReceipt receipt = deliver.getShortMessageAsDeliveryReceipt();
        OptionalParameter.Receipted_message_id named =
                deliver.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
        String reference = named == null ? receipt.getId() : named.getValueAsString();
        DeliveryReceiptState state = receipt.getFinalStatus();
        switch (state) {
            case DELIVRD -> receipts.received(SmppGateway.NAME, reference, true);
            case EXPIRED, DELETED, UNDELIV, REJECTD -> receipts.received(SmppGateway.NAME, reference, false);
            default -> LOG.debug("the SMS centre is still at work on a message: {}", state);
        }
    }

    private void reply(DeliverSm deliver) {
        boolean wide = Alphabet.parseDataCoding(deliver.getDataCoding()) == Alphabet.ALPHA_UCS2;
        String text =
                new String(deliver.getShortMessage(), wide ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1);
        String digits = deliver.getSourceAddr();
        PhoneNumber.find("+" + digits)
                .or(() -> PhoneNumber.find(digits))
                .ifPresentOrElse(
                        from -> receipts.replied(SmppGateway.NAME, from, text),
                        () -> LOG.info("a message from a sender without a number was dropped"));
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification notification) {
        LOG.debug("alert notification");
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("not supported", SMPPConstant.STAT_ESME_RINVCMDID);
    }

    @Override
    public synchronized void destroy() {
        SMPPSession known = session;
        if (known != null) {
            known.unbindAndClose();
            session = null;
        }
    }
}
