package org.lianxin.notification.sip;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.UUID;
import javax.sip.InvalidArgumentException;
import javax.sip.header.AuthorizationHeader;
import javax.sip.header.HeaderFactory;
import javax.sip.header.ProxyAuthenticateHeader;
import javax.sip.header.WWWAuthenticateHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.lianxin.notification.domain.Digest;

/** What we say when the exchange asks who we are. Of several challenges the first whose algorithm we know is answered (RFC 8760 §2.4). */
final class Credentials {

    private final HeaderFactory headers;
    private final String user;
    private final String password;

    Credentials(HeaderFactory headers, String user, String password) {
        this.headers = headers;
        this.user = user;
        this.password = password;
    }

    /** False when no challenge is one of ours. */
    boolean addTo(Request request, Response response) throws ParseException, InvalidArgumentException {
        for (WWWAuthenticateHeader each : challenges(response)) {
            String qop = each.getQop();
            boolean protects = qop != null && List.of(qop.split("[, ]+")).contains("auth");
            Digest.Challenge challenge =
                    new Digest.Challenge(each.getRealm(), each.getNonce(), each.getAlgorithm(), protects);
            if ("Digest".equalsIgnoreCase(each.getScheme()) && challenge.isKnown()) {
                request.setHeader(header(request, each, challenge));
                return true;
            }
        }
        return false;
    }

    private static List<WWWAuthenticateHeader> challenges(Response response) {
        List<WWWAuthenticateHeader> challenges = new ArrayList<>();
        for (String name : List.of(WWWAuthenticateHeader.NAME, ProxyAuthenticateHeader.NAME)) {
            ListIterator<?> each = response.getHeaders(name);
            while (each.hasNext()) {
                challenges.add((WWWAuthenticateHeader) each.next());
            }
        }
        return challenges;
    }

    private AuthorizationHeader header(Request request, WWWAuthenticateHeader asked, Digest.Challenge challenge)
            throws ParseException {
        AuthorizationHeader header = asked instanceof ProxyAuthenticateHeader
                ? headers.createProxyAuthorizationHeader("Digest")
                : headers.createAuthorizationHeader("Digest");
        String clientNonce = UUID.randomUUID().toString();
        header.setUsername(user);
        header.setRealm(challenge.realm());
        header.setNonce(challenge.nonce());
        header.setURI(request.getRequestURI());
        header.setResponse(Digest.answer(
                challenge,
                user,
                password,
                new Digest.Asked(request.getMethod(), request.getRequestURI().toString(), clientNonce)));
        if (challenge.algorithm() != null) {
            header.setAlgorithm(challenge.algorithm());
        }
        if (asked.getOpaque() != null) {
            header.setOpaque(asked.getOpaque());
        }
        if (challenge.protects()) {
            header.setQop("auth");
            header.setCNonce(clientNonce);
            header.setNonceCount(Digest.COUNT);
        }
        return header;
    }
}
