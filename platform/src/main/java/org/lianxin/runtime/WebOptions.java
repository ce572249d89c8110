package org.lianxin.runtime;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How {@code ./lianxin run} is reached: over HTTPS with the operator's certificate or a local one, or behind a reverse proxy
 * whose address is declared.
 *
 * @param certificate PEM chain, with {@code key}; none for a local one
 * @param proxy address of the reverse proxy that ends HTTPS; only its forwarded headers are believed
 * @param bind address to listen on behind a proxy on another machine; none for this machine's own
 */
record WebOptions(
        @Nullable Path certificate,
        @Nullable Path key,
        @Nullable String proxy,
        @Nullable String bind) {

    static final String HTTPS_ONLY = "lianxin.web.https-only";

    List<String> springArguments(Path secrets) {
        return proxy == null ? https(secrets) : behindProxy(proxy);
    }

    private List<String> https(Path secrets) {
        Certificates used = certificate == null || key == null
                ? Certificates.local(secrets)
                : new Certificates(certificate.toAbsolutePath(), key.toAbsolutePath());
        if (!Files.isReadable(used.certificate()) || !Files.isReadable(used.key())) {
            throw new StartRefused(
                    "the certificate " + used.certificate() + " or its key " + used.key() + " cannot be read",
                    "give both with --certificate FILE --key FILE, or neither for a local one");
        }
        return List.of(
                "--spring.ssl.bundle.pem.web.keystore.certificate=file:" + used.certificate(),
                "--spring.ssl.bundle.pem.web.keystore.private-key=file:" + used.key(),
                "--server.ssl.bundle=web",
                "--server.ssl.enabled-protocols=TLSv1.3,TLSv1.2",
                "--server.servlet.session.cookie.secure=true");
    }

    /** Listens where the proxy is, on this machine unless told otherwise, and answers only what came to the proxy over HTTPS. */
    private List<String> behindProxy(String proxy) {
        List<String> words = new ArrayList<>();
        words.add("--server.address=" + (bind == null ? "127.0.0.1" : bind));
        words.add("--" + HTTPS_ONLY + "=true");
        words.add("--server.forward-headers-strategy=native");
        words.add("--server.tomcat.remoteip.internal-proxies=" + Pattern.quote(proxy));
        words.add("--server.servlet.session.cookie.secure=true");
        return words;
    }
}
