package org.lianxin.notification.feed;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;
import org.jspecify.annotations.Nullable;

/** An SMS centre on loopback that speaks real SMPP. */
final class SmsCentre implements ServerMessageReceiverListener, AutoCloseable {

    /** What came in, put together again. */
    record Received(String id, String to, String text, byte esmClass, int bytes) {}

    final List<Received> received = new CopyOnWriteArrayList<>();
    final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();
    final AtomicInteger refuseNext = new AtomicInteger();
    private final AtomicInteger ids = new AtomicInteger(1000);
    private final SMPPServerSessionListener listener;
    private final int port;
    private volatile boolean silent;
    private volatile @Nullable SubmitSm lastSubmitted;

    SmsCentre() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        listener = new SMPPServerSessionListener(port);
        listener.setMessageReceiverListener(this);
        Thread.ofPlatform().daemon().name("sms-centre").start(this::accept);
    }

    int port() {
        return port;
    }

    /** From now on nothing is answered. */
    void fallSilent() {
        silent = true;
    }

    private void accept() {
        while (true) {
            try {
                SMPPServerSession session = listener.accept();
                BindRequest bind = session.waitForBind(5000);
                if ("lianxin".equals(bind.getSystemId()) && "pass".equals(bind.getPassword())) {
                    bind.accept("centre");
                    sessions.add(session);
                } else {
                    bind.reject(14);
                }
            } catch (Exception e) {
                return;
            }
        }
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm submit, SMPPServerSession source) throws ProcessRequestException {
        int refusal = refuseNext.getAndSet(0);
        if (refusal != 0) {
            throw new ProcessRequestException("refused", refusal);
        }
        lastSubmitted = submit;
        OptionalParameter.Message_payload payload =
                submit.getOptionalParameter(OptionalParameter.Message_payload.class);
        byte[] bytes = payload == null ? submit.getShortMessage() : payload.getValue();
        int header = (submit.getEsmClass() & 0x40) == 0 ? 0 : 6;
        String text = new String(bytes, header, bytes.length - header, StandardCharsets.UTF_16BE);
        String id = Integer.toHexString(ids.incrementAndGet());
        received.add(new Received(id, submit.getDestAddress(), text, submit.getEsmClass(), bytes.length));
        if (silent) {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        try {
            return new SubmitSmResult(new MessageId(id), new OptionalParameter[0]);
        } catch (PDUStringException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param state as centres write it: DELIVRD, UNDELIV … */
    void report(String id, String state) throws Exception {
        String text = "id:" + id + " sub:001 dlvrd:001 submit date:2611220800 done date:2611220801 stat:" + state
                + " err:000 text:";
        deliver(
                new ESMClass(MessageType.SMSC_DEL_RECEIPT.value()),
                text.getBytes(StandardCharsets.US_ASCII),
                Alphabet.ALPHA_DEFAULT);
    }

    void reply(String text) throws Exception {
        deliver(new ESMClass(), text.getBytes(StandardCharsets.UTF_16BE), Alphabet.ALPHA_UCS2);
    }

    private void deliver(ESMClass esmClass, byte[] message, Alphabet alphabet) throws Exception {
        sessions.getLast()
                .deliverShortMessage(
                        "",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        "8613912344417",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        "10690000",
                        esmClass,
                        (byte) 0,
                        (byte) 0,
                        new RegisteredDelivery(0),
                        new GeneralDataCoding(alphabet),
                        message);
    }

    byte dataCoding() {
        SubmitSm submitted = lastSubmitted;
        return submitted == null ? -1 : submitted.getDataCoding();
    }

    /** The line is cut. */
    void hangUp() {
        sessions.forEach(Session::close);
        sessions.clear();
    }

    @Override
    public void close() throws IOException {
        hangUp();
        listener.close();
    }

    @Override
    public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti submit, SMPPServerSession source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public QuerySmResult onAcceptQuerySm(QuerySm query, SMPPServerSession source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void onAcceptReplaceSm(ReplaceSm replace, SMPPServerSession source) {}

    @Override
    public void onAcceptCancelSm(CancelSm cancel, SMPPServerSession source) {}

    @Override
    public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm broadcast, SMPPServerSession source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void onAcceptCancelBroadcastSm(CancelBroadcastSm cancel, SMPPServerSession source) {}

    @Override
    public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm query, SMPPServerSession source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session source) {
        throw new UnsupportedOperationException();
    }
}
