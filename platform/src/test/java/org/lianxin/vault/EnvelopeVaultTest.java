package org.lianxin.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianxin.shared.NationalId;
import org.lianxin.shared.Secrets;
import org.lianxin.vault.store.ErasureList;
import org.lianxin.vault.store.KeyStore;

class EnvelopeVaultTest {

    private static final NationalId INVENTED = new NationalId("11010519491231002X");

    @TempDir
    Path folder;

    private final InMemoryKeyStore keys = new InMemoryKeyStore();
    private final Map<String, byte[]> secrets = new HashMap<>();
    private Vault vault;

    @BeforeEach
    void open() {
        vault = restarted();
    }

    private Vault restarted() {
        Secrets kept = name -> secrets.computeIfAbsent(name, n -> Sealing.freshKey());
        return new EnvelopeVault(keys, new ErasureList(folder.resolve("erased-keys")), kept);
    }

    @Test
    void opensAfterARestartWhatItSealedBefore() {
        UUID key = vault.takeKeys(1).getFirst();
        byte[] sealed = vault.seal(key, "warning.person", "莫𡐓村".getBytes(UTF_8));

        assertThat(restarted().open(key, "warning.person", sealed)).isEqualTo("莫𡐓村".getBytes(UTF_8));
    }

    @Test
    void givesNoKeyTwice() {
        List<UUID> first = vault.takeKeys(1_500);
        List<UUID> second = vault.takeKeys(1_500);

        assertThat(new HashSet<>(first)).hasSize(1_500).doesNotContainAnyElementsOf(second);
    }

    @Test
    void refusesContentMovedToAnotherPlaceOrChanged() {
        List<UUID> two = vault.takeKeys(2);
        byte[] sealed = vault.seal(two.getFirst(), "warning.person", new byte[] {1, 2, 3});

        assertThatThrownBy(() -> vault.open(two.getFirst(), "warning.signal", sealed))
                .hasMessageContaining("warning.signal");
        assertThatThrownBy(() -> vault.open(two.getLast(), "warning.person", sealed))
                .isInstanceOf(IllegalStateException.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> vault.open(two.getFirst(), "warning.person", sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void erasesForGoodEvenWhenTheKeystoreComesBackFromABackup() {
        UUID key = vault.takeKeys(1).getFirst();
        byte[] sealed = vault.seal(key, "warning.person", new byte[] {1});
        Map<UUID, byte[]> backup = new HashMap<>(keys.wrapped);

        vault.destroy(List.of(key));
        assertThatThrownBy(() -> vault.open(key, "warning.person", sealed)).isInstanceOf(Vault.KeyDestroyed.class);

        keys.wrapped.putAll(backup);
        Vault restored = restarted();
        assertThatThrownBy(() -> restored.open(key, "warning.person", sealed)).isInstanceOf(Vault.KeyDestroyed.class);
    }

    @Test
    void tokensOfTwoModulesDoNotMatchAndTokensOfOneDo() {
        assertThat(vault.personToken("warning", INVENTED))
                .isEqualTo(restarted().personToken("warning", INVENTED))
                .isNotEqualTo(vault.personToken("dispute", INVENTED));
        assertThat(vault.searchToken("warning", "bigram", "包兰"))
                .isEqualTo(restarted().searchToken("warning", "bigram", "包兰"))
                .isNotEqualTo(vault.searchToken("warning", "initials", "包兰"))
                .isNotEqualTo(vault.searchToken("dispute", "bigram", "包兰"));
    }

    @Test
    void warmsManyKeysInOneRoundTrip() {
        List<UUID> taken = vault.takeKeys(100);
        Vault other = restarted();
        keys.finds = 0;

        other.warm(taken);
        taken.forEach(key -> other.seal(key, "x", new byte[0]));

        assertThat(keys.finds).isEqualTo(1);
    }

    /** Keeps wrapped keys in memory. */
    private static final class InMemoryKeyStore implements KeyStore {
        private final Map<UUID, byte[]> wrapped = new HashMap<>();
        private int finds;

        @Override
        public void insert(Map<UUID, byte[]> more) {
            wrapped.putAll(more);
        }

        @Override
        public Map<UUID, byte[]> find(Collection<UUID> ids) {
            finds++;
            Map<UUID, byte[]> found = new HashMap<>(wrapped);
            found.keySet().retainAll(ids);
            return found;
        }

        @Override
        public void destroy(Collection<UUID> ids) {
            wrapped.keySet().removeAll(new HashSet<>(ids));
        }
    }

    @Test
    void aKeyErasedAfterATornLineStaysErased() throws java.io.IOException {
        java.nio.file.Path file = folder.resolve("torn");
        UUID whole = UUID.randomUUID();
        UUID next = UUID.randomUUID();
        new ErasureList(file).add(List.of(whole));
        java.nio.file.Files.writeString(
                file, UUID.randomUUID().toString().substring(0, 20), java.nio.file.StandardOpenOption.APPEND);

        new ErasureList(file).add(List.of(next));

        assertThat(new ErasureList(file).all()).containsExactly(whole, next);
    }
}
