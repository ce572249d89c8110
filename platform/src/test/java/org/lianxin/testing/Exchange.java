package org.lianxin.testing;

import java.net.DatagramSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sip.Dialog;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipFactory;
import javax.sip.SipListener;
import javax.sip.SipProvider;
import javax.sip.SipStack;
import javax.sip.TimeoutEvent;
import javax.sip.TransactionTerminatedEvent;
import javax.sip.address.SipURI;
import javax.sip.header.AuthorizationHeader;
import javax.sip.header.ReasonHeader;
import javax.sip.header.WWWAuthenticateHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.lianxin.notification.domain.Digest;
import org.lianxin.notification.sip.QuietLogger;
import org.lianxin.notification.sip.QuietMessageLog;

/** A telephone exchange on loopback that speaks real SIP: every telephone does what it was told beforehand. */
public final class Exchange implements SipListener, AutoCloseable {

    public static final String PASSWORD = "open-sesame";
    private static final String REALM = "exchange";
    private static final String NONCE = "n0nce";

    /** @param cause of Q.850, in a Reason header; 0: none */
    public record Reply(int status, int cause) {}

    /** What came in: {@code INVITE 0102}, {@code BYE 13912344417}. */
    public final List<String> heard = new CopyOnWriteArrayList<>();
    /** Session descriptions by what brought them: {@code ACK 0102}. */
    public final Map<String, String> said = new ConcurrentHashMap<>();

    public final Map<String, Reply> telephones = new ConcurrentHashMap<>();
    private final Map<String, Dialog> standing = new ConcurrentHashMap<>();
    private final Map<String, ServerTransaction> ringing = new ConcurrentHashMap<>();
    private final SipFactory factory = SipFactory.getInstance();
    private final SipProvider provider;
    private int port;
    private volatile String algorithm = "SHA-256";

    public Exchange() {
        try {
            provider = listening();
        } catch (Exception e) {
            throw new IllegalStateException("no exchange", e);
        }
    }

    private SipProvider listening() throws Exception {
        factory.setPathName("gov.nist");
        QuietLogger.install();
        try (DatagramSocket free = new DatagramSocket(0)) {
            port = free.getLocalPort();
        }
        Properties properties = new Properties();
        properties.setProperty("javax.sip.STACK_NAME", "exchange-" + UUID.randomUUID());
        properties.setProperty("gov.nist.javax.sip.STACK_LOGGER", QuietLogger.class.getName());
        properties.setProperty("gov.nist.javax.sip.SERVER_LOGGER", QuietMessageLog.class.getName());
        SipStack stack = factory.createSipStack(properties);
        SipProvider made = stack.createSipProvider(stack.createListeningPoint("127.0.0.1", port, "udp"));
        made.addSipListener(this);
        return made;
    }

    public int port() {
        return port;
    }

    public void protectBy(String other) {
        algorithm = other;
    }

    /** Somebody puts the receiver down. */
    public void hangUp(String telephone) throws Exception {
        Dialog dialog = standing.get(telephone);
        dialog.sendRequest(provider.getNewClientTransaction(dialog.createRequest(Request.BYE)));
    }

    @Override
    public void processRequest(RequestEvent event) {
        try {
            Request request = event.getRequest();
            Dialog dialog = event.getDialog();
            boolean inside = dialog != null && dialog.getApplicationData() instanceof String;
            String telephone =
                    inside ? (String) dialog.getApplicationData() : ((SipURI) request.getRequestURI()).getUser();
            keep(request, telephone, inside);
            switch (request.getMethod()) {
                case Request.INVITE -> invited(event, telephone, inside);
                case Request.CANCEL -> cancelled(event, telephone);
                case Request.ACK -> {}
                default -> reply(transaction(event), request, 200);
            }
        } catch (Exception e) {
            heard.add("broke: " + e);
        }
    }

    private void keep(Request request, String telephone, boolean inside) {
        String method = request.getMethod().equals(Request.INVITE) && inside ? "RE-INVITE" : request.getMethod();
        boolean aboutAnError = method.equals(Request.ACK) && !inside;
        boolean unknown = method.equals(Request.INVITE) && request.getHeader(AuthorizationHeader.NAME) == null;
        if (!aboutAnError && !unknown) {
            heard.add(method + " " + telephone);
        }
        if (request.getRawContent() != null) {
            said.put(method + " " + telephone, new String(request.getRawContent(), StandardCharsets.UTF_8));
        }
    }

    private void invited(RequestEvent event, String telephone, boolean inside) throws Exception {
        Request request = event.getRequest();
        ServerTransaction transaction = transaction(event);
        if (inside) {
            speak(transaction, request, telephone);
        } else if (!isGenuine(request)) {
            challenge(transaction, request);
        } else {
            ring(transaction, request, telephone);
        }
    }

    private void ring(ServerTransaction transaction, Request request, String telephone) throws Exception {
        Reply reply = telephones.getOrDefault(telephone, new Reply(404, 0));
        if (reply.status() <= 200) {
            transaction.getDialog().setApplicationData(telephone);
            ringing.put(telephone, transaction);
            reply(transaction, request, 180);
        }
        if (reply.status() == 200) {
            standing.put(telephone, transaction.getDialog());
            speak(transaction, request, telephone);
        } else if (reply.status() > 200) {
            Response response = factory.createMessageFactory().createResponse(reply.status(), request);
            if (reply.cause() > 0) {
                ReasonHeader reason =
                        factory.createHeaderFactory().createReasonHeader("Q.850", reply.cause(), "as told");
                response.addHeader(reason);
            }
            transaction.sendResponse(response);
        }
    }

    /** Each telephone's media lie at a port that is its own. */
    public static int mediaPort(String telephone) {
        return 20_000 + Math.floorMod(telephone.hashCode(), 10_000);
    }

    private void speak(ServerTransaction transaction, Request request, String telephone) throws Exception {
        Response response = factory.createMessageFactory().createResponse(200, request);
        String media = "v=0\r\no=pbx 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio "
                + mediaPort(telephone) + " RTP/AVP 8 101\r\na=rtpmap:8 PCMA/8000\r\na=sendrecv\r\n";
        response.setContent(media, factory.createHeaderFactory().createContentTypeHeader("application", "sdp"));
        var here = factory.createAddressFactory().createSipURI(telephone, "127.0.0.1");
        here.setPort(port);
        response.setHeader(factory.createHeaderFactory()
                .createContactHeader(factory.createAddressFactory().createAddress(here)));
        transaction.sendResponse(response);
    }

    private boolean isGenuine(Request request) {
        AuthorizationHeader proof = (AuthorizationHeader) request.getHeader(AuthorizationHeader.NAME);
        if (proof == null) {
            return false;
        }
        Digest.Challenge challenge = new Digest.Challenge(REALM, NONCE, algorithm, true);
        Digest.Asked asked =
                new Digest.Asked(request.getMethod(), proof.getURI().toString(), proof.getCNonce());
        return Digest.answer(challenge, "lianxin", PASSWORD, asked).equals(proof.getResponse())
                && algorithm.equals(proof.getAlgorithm());
    }

    /** The first challenge is of a kind that nobody knows. */
    private void challenge(ServerTransaction transaction, Request request) throws Exception {
        Response response = factory.createMessageFactory().createResponse(401, request);
        for (String each : List.of("SHA-1024", algorithm)) {
            WWWAuthenticateHeader asked = factory.createHeaderFactory().createWWWAuthenticateHeader("Digest");
            asked.setRealm(REALM);
            asked.setNonce(NONCE);
            asked.setAlgorithm(each);
            asked.setQop("auth");
            response.addHeader(asked);
        }
        transaction.sendResponse(response);
    }

    private void cancelled(RequestEvent event, String telephone) throws Exception {
        reply(transaction(event), event.getRequest(), 200);
        ServerTransaction rung = ringing.remove(telephone);
        if (rung != null) {
            reply(rung, rung.getRequest(), 487);
        }
    }

    private ServerTransaction transaction(RequestEvent event) throws Exception {
        ServerTransaction known = event.getServerTransaction();
        return known == null ? provider.getNewServerTransaction(event.getRequest()) : known;
    }

    private void reply(@Nullable ServerTransaction transaction, Request request, int status) throws Exception {
        if (transaction != null) {
            transaction.sendResponse(factory.createMessageFactory().createResponse(status, request));
        }
    }

    @Override
    public void processResponse(ResponseEvent event) {}

    @Override
    public void processTimeout(TimeoutEvent event) {}

    @Override
    public void processIOException(IOExceptionEvent event) {}

    @Override
    public void processTransactionTerminated(TransactionTerminatedEvent event) {}

    @Override
    public void processDialogTerminated(DialogTerminatedEvent event) {}

    @Override
    public void close() {
        provider.getSipStack().stop();
    }
}
