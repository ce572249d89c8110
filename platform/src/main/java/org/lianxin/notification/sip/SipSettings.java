package org.lianxin.notification.sip;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the exchange is; set by the environment: LIANXIN_TELEPHONY_HOST, LIANXIN_TELEPHONY_PORT, LIANXIN_TELEPHONY_TRANSPORT (udp
 * or tcp), LIANXIN_TELEPHONY_USER, LIANXIN_TELEPHONY_PASSWORD, LIANXIN_TELEPHONY_PREFIX (dialled before every number),
 * LIANXIN_TELEPHONY_LOCALPORT (0: any that is free), LIANXIN_TELEPHONY_DESKRINGS and LIANXIN_TELEPHONY_PERSONRINGS. Without a host
 * there is no telephone; with a host but without credentials the service does not start.
 */
@ConfigurationProperties("lianxin.telephony")
record SipSettings(
        @Nullable String host,
        @DefaultValue("5060") int port,
        @DefaultValue("udp") String transport,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("") String prefix,
        @DefaultValue("0") int localPort,
        @DefaultValue("PT20S") Duration deskRings,
        @DefaultValue("PT45S") Duration personRings) {

    SipSettings {
        boolean setUp = host != null && !host.isBlank();
        if (setUp && (user.isBlank() || password.isBlank())) {
            throw new IllegalStateException(
                    "The telephone exchange has a host but no credentials. Maybe LIANXIN_TELEPHONY_USER or LIANXIN_TELEPHONY_PASSWORD is not set.");
        }
        transport = transport.toLowerCase(Locale.ROOT);
        if (!Set.of("udp", "tcp").contains(transport)) {
            throw new IllegalStateException("The telephone exchange is reached by udp or tcp, not by \"" + transport
                    + "\". Maybe LIANXIN_TELEPHONY_TRANSPORT was meant for something else.");
        }
        if (!prefix.matches("[0-9*#]*")) {
            throw new IllegalStateException("LIANXIN_TELEPHONY_PREFIX has other characters than digits, * and #.");
        }
    }

    boolean isSetUp() {
        return host != null && !host.isBlank();
    }

    /** Of the exchange; only where one is set up. */
    String exchange() {
        if (host == null) {
            throw new IllegalStateException("no exchange is set up");
        }
        return host;
    }

    /** For logs: without the password. */
    @Override
    public String toString() {
        return user + "@" + host + ":" + port + "/" + transport;
    }
}
