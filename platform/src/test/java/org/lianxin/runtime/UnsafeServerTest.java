package org.lianxin.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianxin.runtime.postgres.UnsafeCluster;

/**
 * R12 whole: a service told to work on a server that really runs without a safeguard does not open it, whatever it is for, and has
 * written nothing there.
 */
class UnsafeServerTest {

    private @Nullable UnsafeCluster started;

    @TempDir
    private Path folder = Path.of("unset");

    @AfterEach
    void stop() {
        if (started != null) {
            started.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "full_page_writes", "synchronous_commit"})
    void r12_refusesAServerStartedWithout(String setting) throws Exception {
        UnsafeCluster server = start();
        server.stop();
        server.start(setting + "=off");

        assertThatEveryKindRefuses(server, setting);
        assertThatThePlantedCheckThatForgetsItDoesNot(server, setting);
        assertThat(server.ask("SELECT count(*) FROM pg_namespace WHERE nspname IN ('runtime', 'audit', 'order')"))
                .as("nothing was migrated")
                .isEqualTo("0");
    }

    @Test
    void r12_refusesAClusterMadeWithoutChecksums() throws Exception {
        UnsafeCluster server = start("--no-data-checksums");

        assertThatEveryKindRefuses(server, "data_checksums");
        assertThatThePlantedCheckThatForgetsItDoesNot(server, "data_checksums");
    }

    @Test
    void r12_opensTheSameServerWhenNothingIsMissing() throws Exception {
        UnsafeCluster server = start();
        try (Instance instance = open(server, Stamp.BENCH)) {
            assertThat(instance.database().url()).isEqualTo(server.environment().get("LIANXIN_DATABASE_URL"));
        }
    }

    private void assertThatEveryKindRefuses(UnsafeCluster server, String setting) throws IOException {
        for (Stamp stamp : Stamp.values()) {
            try (Instance instance = open(server, stamp)) {
                assertThatThrownBy(instance::database).isInstanceOfSatisfying(StartRefused.class, refused -> {
                    assertThat(refused).hasMessageContaining(setting + " = off");
                    assertThat(refused.action()).isNotBlank();
                });
            }
        }
    }

    /** The canary: without its check nothing else would stop the start, so the refusals above can be missed. */
    private void assertThatThePlantedCheckThatForgetsItDoesNot(UnsafeCluster server, String setting) {
        Map<String, Set<String>> forgetful = DatabaseChecks.DURABLE.entrySet().stream()
                .filter(each -> !each.getKey().equals(setting))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        DatabaseChecks planted =
                new DatabaseChecks(Objects.requireNonNull(Instance.server(server.environment())), forgetful);
        assertThatCode(planted::refuseUnsafeServer).doesNotThrowAnyException();
    }

    private UnsafeCluster start(String... initdb) throws IOException, SQLException {
        UnsafeCluster server = UnsafeCluster.create(initdb);
        started = server;
        return server;
    }

    private Instance open(UnsafeCluster server, Stamp stamp) throws IOException {
        return Instance.open(stamp, new DataFolder(folder.resolve(stamp.name())), server.environment());
    }
}
