package org.lianxin.notification.sending;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.lianxin.shared.NationalId;
import org.lianxin.vault.Vault;

/** A vault that seals with a mark only, so that tests see what was sealed for what. */
final class PlainVault implements Vault {

    @Override
    public List<UUID> takeKeys(int count) {
        return Stream.generate(UUID::randomUUID).limit(count).toList();
    }

    @Override
    public byte[] seal(UUID key, String context, byte[] plain) {
        byte[] sealed = new byte[plain.length + 1];
        sealed[0] = (byte) context.hashCode();
        for (int i = 0; i < plain.length; i++) {
            sealed[i + 1] = (byte) (plain[i] ^ 0x5a);
        }
        return sealed;
    }

    @Override
    public byte[] open(UUID key, String context, byte[] sealed) {
        if (sealed[0] != (byte) context.hashCode()) {
            throw new IllegalArgumentException("sealed for something else than " + context);
        }
        byte[] plain = new byte[sealed.length - 1];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = (byte) (sealed[i + 1] ^ 0x5a);
        }
        return plain;
    }

    @Override
    public void warm(Collection<UUID> keys) {}

    @Override
    public void destroy(java.util.Collection<UUID> keys) {}

    @Override
    public String personToken(String module, NationalId id) {
        return module;
    }

    @Override
    public long searchToken(String module, String kind, String text) {
        return 0;
    }

    @Override
    public byte[] mac(String use, byte[] message) {
        return message;
    }
}
