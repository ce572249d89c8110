package org.lianxin.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianxin.runtime.Database.Login;
import org.lianxin.shared.Refused;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.ModelAndView;

class ProductionChecksTest {

    private static final Login OWNER = new Login("lianxin_owner", "kQ7-vv20_pmZ4tRe");

    @ParameterizedTest
    @ValueSource(strings = {"short", "postgres", "passwordpassword", "lianxin12345", "xx-lianxin_service"})
    void refusesPasswordsThatOthersWouldGuess(String password) {
        Database database = new Database("jdbc:none", OWNER, new Login("lianxin_service", password));
        assertThatThrownBy(() -> ProductionChecks.refuseKnownPasswords(database))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("lianxin_service");
    }

    @Test
    void refusesOnePasswordForBothRoles() {
        Database shared = new Database("jdbc:none", OWNER, new Login("lianxin_service", OWNER.password()));
        assertThatThrownBy(() -> ProductionChecks.refuseKnownPasswords(shared)).hasMessageContaining("share");
        Database good = new Database("jdbc:none", OWNER, new Login("lianxin_service", "Zp1_dd8-kkW3mQxY"));
        assertThatCode(() -> ProductionChecks.refuseKnownPasswords(good)).doesNotThrowAnyException();
    }

    @Test
    void refusesKeysThatOthersCanRead(@TempDir Path secrets) throws IOException {
        Path key = Files.writeString(secrets.resolve("one.key"), "x");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        assertThatCode(() -> ProductionChecks.refuseOpenSecrets(secrets)).doesNotThrowAnyException();
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> ProductionChecks.refuseOpenSecrets(secrets)).hasMessageContaining("one.key");
    }

    @Test
    void aFolderKeepsItsStampForGood(@TempDir Path folder) throws IOException {
        DataFolder data = new DataFolder(folder.resolve("data")).create();
        Files.writeString(data.stamp(), "DEMO");
        assertThatThrownBy(() -> Instance.open(Stamp.PRODUCTION, data, Map.of()))
                .isInstanceOf(StartRefused.class)
                .hasMessage("this data is stamped DEMO and cannot be opened as PRODUCTION");
        Files.writeString(data.stamp(), "PRODUCTION");
        assertThatThrownBy(() -> Instance.open(Stamp.DEMO, data, Map.of()))
                .hasMessage("this data is stamped PRODUCTION and cannot be opened as DEMO");
    }

    @Test
    void aLocalCertificateIsMadeOnceAndReadByNobodyElse(@TempDir Path secrets) throws IOException {
        Certificates made = Certificates.local(secrets);
        byte[] first = Files.readAllBytes(made.certificate());
        assertThat(Certificates.local(secrets)).isEqualTo(made);
        assertThat(Files.readAllBytes(made.certificate())).isEqualTo(first);
        assertThatCode(() -> ProductionChecks.refuseOpenSecrets(secrets)).doesNotThrowAnyException();
        assertThat(new WebOptions(null, null, null, null).springArguments(secrets))
                .contains("--server.ssl.bundle=web");
    }

    @Test
    void optionsAreUnderstoodOrRefused() {
        ServeOptions options = ServeOptions.of(List.of("demo", "--port", "9000", "--data", "/tmp/x"));
        assertThat(options.stamp()).isEqualTo(Stamp.DEMO);
        assertThat(options.port()).isEqualTo(9000);
        assertThat(options.data()).isEqualTo(Path.of("/tmp/x"));
        assertThatThrownBy(() -> ServeOptions.of(List.of("demo", "--port", "many")))
                .hasMessage("not a port: many");
        assertThatThrownBy(() -> ServeOptions.of(List.of("demo", "--port"))).hasMessage("no value after --port");
        assertThatThrownBy(() -> ServeOptions.of(List.of("demo", "--prot", "9090")))
                .hasMessage("cannot make sense of --prot");
        assertThat(ServeOptions.of(List.of("serve-bench", "--lianxin.demo.episodes=3"))
                        .others())
                .containsExactly("--lianxin.demo.episodes=3");
        assertThatThrownBy(() -> ServeOptions.of(List.of("dance"))).hasMessage("there is no command dance");
    }

    @Test
    void behindAProxyNothingIsReachedWithoutItsHttps(@TempDir Path secrets) throws IOException, ServletException {
        WebOptions local =
                ServeOptions.of(List.of("run", "--proxy", "10.0.0.7")).web();
        assertThat(local.springArguments(secrets))
                .contains("--server.address=127.0.0.1", "--lianxin.web.https-only=true");
        WebOptions elsewhere = ServeOptions.of(List.of("run", "--proxy", "10.0.0.7", "--bind", "10.0.0.8"))
                .web();
        assertThat(elsewhere.springArguments(secrets)).contains("--server.address=10.0.0.8");
        AtomicReference<Exception> refused = new AtomicReference<>();
        HttpsOnly door = new HttpsOnly((request, response, handler, problem) -> {
            refused.set(problem);
            return new ModelAndView();
        });
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        MockFilterChain chain = new MockFilterChain();
        door.doFilter(request, new MockHttpServletResponse(), chain);
        assertThat(refused.get()).isInstanceOf(Refused.class).hasMessageContaining("HTTPS");
        assertThat(chain.getRequest()).isNull();
        MockHttpServletRequest safe = new MockHttpServletRequest("GET", "/");
        safe.setSecure(true);
        door.doFilter(safe, new MockHttpServletResponse(), chain);
        assertThat(chain.getRequest()).isSameAs(safe);
    }
}
