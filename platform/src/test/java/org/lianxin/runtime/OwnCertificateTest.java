package org.lianxin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianxin.warning.command.WarningCommand;

/** A shell speaks to {@code ./lianxin run} behind the certificate that it made for itself, also while it starts again. */
class OwnCertificateTest {

    @TempDir
    private Path folder;

    private Certificates own;
    private HttpsServer service;
    private final AtomicInteger polls = new AtomicInteger();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void aService() throws Exception {
        own = Certificates.local(folder);
        service = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.setHttpsConfigurator(new HttpsConfigurator(context()));
        service.createContext("/api/warning/imports", this::answer);
        service.start();
    }

    @AfterEach
    void end() {
        service.stop(0);
    }

    private SSLContext context() throws Exception {
        String pem = Files.readString(own.key()).replaceAll("-----[A-Z ]+-----|\\s", "");
        PrivateKey key = KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
        Certificate certificate;
        try (var in = Files.newInputStream(own.certificate())) {
            certificate = CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("own", key, new char[0], new Certificate[] {certificate});
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /** Takes the file; then is away twice; then says that the dry run is done. */
    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        boolean isPoll = exchange.getRequestMethod().equals("GET");
        if (isPoll && polls.incrementAndGet() == 1) {
            exchange.close();
            return;
        }
        int status = isPoll && polls.get() == 2 ? 503 : 200;
        byte[] body = "{\"id\":\"1\",\"state\":\"dry-run-done\",\"rows\":3,\"accepted\":3,\"items\":[],\"next\":null}"
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private int run(String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("预警.csv"), "预警编号");
        List<String> words = new java.util.ArrayList<>(
                List.of("import", file.toString(), "--dry-run", "--json", "--token", "t", "--url"));
        words.add("https://localhost:" + service.getAddress().getPort());
        words.addAll(List.of(more));
        return new WarningCommand()
                .run(
                        words,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    void withTheCertificateNamedTheFileGoesThroughAlsoWhileTheServiceIsAway() throws IOException {
        assertThat(run("--ca", own.certificate().toString()))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"rows\":3", "\"accepted\":3");
        assertThat(polls).hasValueGreaterThan(2);
    }

    @Test
    void withoutItTheSentenceSaysWhichFileToName() throws IOException {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("not trusted", "--ca", "local-tls.crt")
                .doesNotContain("Exception");
        assertThat(polls).hasValue(0);
    }

    @Test
    void whatIsNoCertificateIsRefusedInASentence() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> run(
                        "--ca",
                        Files.writeString(folder.resolve("no.crt"), "no").toString()))
                .isInstanceOf(org.lianxin.shared.Misused.class)
                .hasMessageContaining("no.crt");
    }
}
