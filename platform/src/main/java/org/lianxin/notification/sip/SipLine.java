package org.lianxin.notification.sip;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.text.ParseException;
import java.util.List;
import java.util.Properties;
import java.util.TooManyListenersException;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.InvalidArgumentException;
import javax.sip.ListeningPoint;
import javax.sip.RequestEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipFactory;
import javax.sip.SipListener;
import javax.sip.SipProvider;
import javax.sip.SipStack;
import javax.sip.TransactionState;
import javax.sip.address.AddressFactory;
import javax.sip.address.SipURI;
import javax.sip.header.CSeqHeader;
import javax.sip.header.ContactHeader;
import javax.sip.header.ContentTypeHeader;
import javax.sip.header.HeaderFactory;
import javax.sip.header.ViaHeader;
import javax.sip.message.Message;
import javax.sip.message.MessageFactory;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.lianxin.notification.domain.Sdp;

/** Our end of the line to the exchange: builds requests and answers, and hands them to the stack. */
final class SipLine implements AutoCloseable {

    private static final int HOPS = 70;

    private final SipSettings settings;
    private final SipStack stack;
    private final SipProvider provider;
    private final HeaderFactory headers;
    private final MessageFactory messages;
    private final AddressFactory addresses;
    private final Credentials credentials;
    private final String here;
    private final int port;

    /** @throws SipException when there is no way to the exchange, or our port is taken */
    SipLine(SipSettings settings, SipListener listener) throws SipException {
        this.settings = settings;
        SipFactory factory = SipFactory.getInstance();
        factory.setPathName("gov.nist");
        QuietLogger.install();
        try (DatagramSocket way = new DatagramSocket(settings.localPort())) {
            way.connect(new InetSocketAddress(settings.exchange(), settings.port()));
            here = way.getLocalAddress().getHostAddress();
            port = way.getLocalPort();
        } catch (IOException | IllegalArgumentException e) {
            throw new SipException("no way to the exchange " + settings, e);
        }
        stack = factory.createSipStack(properties());
        headers = factory.createHeaderFactory();
        messages = factory.createMessageFactory();
        addresses = factory.createAddressFactory();
        credentials = new Credentials(headers, settings.user(), settings.password());
        try {
            ListeningPoint point = stack.createListeningPoint(here, port, settings.transport());
            provider = stack.createSipProvider(point);
            provider.addSipListener(listener);
        } catch (InvalidArgumentException | TooManyListenersException e) {
            throw new SipException("cannot listen for the exchange", e);
        }
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("javax.sip.STACK_NAME", "lianxin-" + UUID.randomUUID());
        properties.setProperty("gov.nist.javax.sip.STACK_LOGGER", QuietLogger.class.getName());
        properties.setProperty("gov.nist.javax.sip.SERVER_LOGGER", QuietMessageLog.class.getName());
        return properties;
    }

    String here() {
        return here;
    }

    /** Rings a telephone without saying anything of media: it makes the offer (RFC 3725 §4.3). */
    Sent invite(String user, Consumer<Answer> hears) throws SipException {
        try {
            SipURI to = addresses.createSipURI(user, settings.exchange());
            to.setPort(settings.port());
            to.setTransportParam(settings.transport());
            SipURI from = addresses.createSipURI(settings.user(), settings.exchange());
            String tag = UUID.randomUUID().toString();
            ViaHeader via = headers.createViaHeader(here, port, settings.transport(), null);
            via.setRPort();
            Request request = messages.createRequest(
                    to,
                    Request.INVITE,
                    provider.getNewCallId(),
                    headers.createCSeqHeader(1L, Request.INVITE),
                    headers.createFromHeader(addresses.createAddress(from), tag),
                    headers.createToHeader(addresses.createAddress(to), null),
                    List.of(via),
                    headers.createMaxForwardsHeader(HOPS));
            request.addHeader(contact());
            ClientTransaction transaction = provider.getNewClientTransaction(request);
            Sent sent = new Sent(transaction, hears);
            transaction.sendRequest();
            return sent;
        } catch (ParseException | InvalidArgumentException e) {
            throw new SipException("cannot ring", e);
        }
    }

    private ContactHeader contact() throws ParseException {
        SipURI us = addresses.createSipURI("lianxin", here);
        us.setPort(port);
        us.setTransportParam(settings.transport());
        return headers.createContactHeader(addresses.createAddress(us));
    }

    /** A request within a call that stands. */
    Sent within(Dialog dialog, String method, @Nullable Sdp body, Consumer<Answer> hears) throws SipException {
        try {
            Request request = dialog.createRequest(method);
            describe(request, body);
            if (method.equals(Request.INVITE)) {
                request.setHeader(contact());
            }
            ClientTransaction transaction = provider.getNewClientTransaction(request);
            Sent sent = new Sent(transaction, hears);
            dialog.sendRequest(transaction);
            return sent;
        } catch (ParseException e) {
            throw new SipException("cannot say " + method, e);
        }
    }

    private void describe(Message message, @Nullable Sdp body) throws ParseException {
        if (body != null) {
            message.setContent(body.text(), headers.createContentTypeHeader("application", "sdp"));
        }
    }

    /** Says that the answer to an INVITE arrived, and what our side of the media is. */
    void acknowledge(Dialog dialog, long sequence, @Nullable Sdp body) throws SipException {
        try {
            Request ack = dialog.createAck(sequence);
            describe(ack, body);
            dialog.sendAck(ack);
        } catch (ParseException | InvalidArgumentException e) {
            throw new SipException("cannot acknowledge", e);
        }
    }

    /** Stops ringing. What was never answered at all is only not sent again. */
    void cancel(Sent invite) throws SipException {
        ClientTransaction ringing = invite.transaction();
        if (TransactionState.PROCEEDING.equals(ringing.getState())) {
            provider.getNewClientTransaction(ringing.createCancel()).sendRequest();
        } else if (TransactionState.CALLING.equals(ringing.getState())) {
            ringing.terminate();
        }
    }

    /** Sends a challenged request again with our credentials; false when that cannot help. */
    boolean authorise(Sent sent, Answer challenge) throws SipException {
        Response response = challenge.response();
        if (response == null || !sent.isFirstChallenge()) {
            return false;
        }
        Request refused = sent.transaction().getRequest();
        Dialog stands = challenge.standing();
        try {
            Request again = stands == null ? fresh(refused) : stands.createRequest(refused.getMethod());
            if (stands != null && refused.getRawContent() != null) {
                again.setContent(
                        refused.getRawContent(), (ContentTypeHeader) refused.getHeader(ContentTypeHeader.NAME));
                again.setHeader(contact());
            }
            if (!credentials.addTo(again, response)) {
                return false;
            }
            ClientTransaction transaction = provider.getNewClientTransaction(again);
            sent.goesOnAs(transaction);
            if (stands == null) {
                transaction.sendRequest();
            } else {
                stands.sendRequest(transaction);
            }
            return true;
        } catch (ParseException | InvalidArgumentException e) {
            throw new SipException("cannot answer the challenge", e);
        }
    }

    private static Request fresh(Request refused) throws ParseException, InvalidArgumentException {
        Request again = (Request) refused.clone();
        ((ViaHeader) again.getHeader(ViaHeader.NAME)).removeParameter("branch");
        CSeqHeader sequence = (CSeqHeader) again.getHeader(CSeqHeader.NAME);
        sequence.setSeqNumber(sequence.getSeqNumber() + 1);
        return again;
    }

    /** Answers what the exchange asks of us. */
    void reply(RequestEvent event, int status, @Nullable Sdp body) throws SipException {
        try {
            ServerTransaction known = event.getServerTransaction();
            ServerTransaction transaction =
                    known == null ? provider.getNewServerTransaction(event.getRequest()) : known;
            Response response = messages.createResponse(status, event.getRequest());
            describe(response, body);
            if (body != null) {
                response.setHeader(contact());
            }
            transaction.sendResponse(response);
        } catch (ParseException | InvalidArgumentException e) {
            throw new SipException("cannot reply", e);
        }
    }

    @Override
    public void close() {
        stack.stop();
    }
}
