package org.lianxin.notification.feed;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the SMS centre is; set by the environment: LIANXIN_SMPP_HOST, LIANXIN_SMPP_PORT, LIANXIN_SMPP_SYSTEM_ID,
 * LIANXIN_SMPP_PASSWORD, LIANXIN_SMPP_SYSTEM_TYPE, LIANXIN_SMPP_SOURCE, LIANXIN_SMPP_LONG_TEXT (parts or payload). Without a host
 * there is no SMPP; with a host but without credentials the service does not start.
 */
@ConfigurationProperties("lianxin.smpp")
record SmppSettings(
        @Nullable String host,
        @DefaultValue("2775") int port,
        @DefaultValue("") String systemId,
        @DefaultValue("") String password,
        @DefaultValue("") String systemType,
        @DefaultValue("") String source,
        @DefaultValue("parts") LongTexts longText) {

    private static final int PASSWORD_CHARACTERS = 8;
    private static final int SYSTEM_ID_CHARACTERS = 15;

    /** How texts beyond 70 characters travel. */
    enum LongTexts {
        PARTS,
        PAYLOAD
    }

    SmppSettings {
        boolean setUp = host != null && !host.isBlank();
        if (setUp && (systemId.isBlank() || password.isBlank())) {
            throw new IllegalStateException(
                    "SMPP has a host but no credentials. Maybe LIANXIN_SMPP_SYSTEM_ID or LIANXIN_SMPP_PASSWORD is not set.");
        }
        if (password.length() > PASSWORD_CHARACTERS || systemId.length() > SYSTEM_ID_CHARACTERS) {
            throw new IllegalStateException(
                    "SMPP 3.4 allows a system id of 15 and a password of 8 characters. Maybe the two were exchanged.");
        }
    }

    boolean isSetUp() {
        return host != null && !host.isBlank();
    }

    /** For logs: without the password. */
    @Override
    public String toString() {
        return systemId + "@" + host + ":" + port;
    }
}
