package org.lianxin.audit.store;

import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.lianxin.shared.Secrets;
import org.springframework.stereotype.Component;

/** Signs heads with Ed25519; the private key never leaves the data folder's secrets. */
@Component
public final class HeadKey {

    private final Ed25519PrivateKeyParameters key;

    HeadKey(Secrets secrets) {
        this.key = new Ed25519PrivateKeyParameters(secrets.secret("audit.head"));
    }

    byte[] sign(byte[] message) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    /** The 32 bytes that others check with. */
    public byte[] publicKey() {
        return key.generatePublicKey().getEncoded();
    }
}
