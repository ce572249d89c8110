package org.lianxin.runtime;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianxin.testing.TestPostgres;

/** A node on another machine needs the secrets of the first. */
class SealedByTest {

    @TempDir
    private Path folder = Path.of("unset");

    private SealedBy sealed(Database database, String name) {
        return new SealedBy(database, new FileSecrets(data(name).secrets()));
    }

    private DataFolder data(String name) {
        return new DataFolder(folder.resolve(name)).create();
    }

    @Test
    void aNodeWithOtherSecretsIsRefusedAndTheFirstGoesOn() {
        Database database = TestPostgres.freshDatabase();
        sealed(database, "first").refuseOther(data("first"));
        assertThatThrownBy(() -> sealed(database, "second").refuseOther(data("second")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("sealed with other secrets");
        assertThatCode(() -> sealed(database, "first").refuseOther(data("first")))
                .doesNotThrowAnyException();
    }
}
