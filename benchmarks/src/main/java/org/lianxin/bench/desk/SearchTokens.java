package org.lianxin.bench.desk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.lianxin.bench.city.Person;
import org.lianxin.shared.Secrets;
import org.lianxin.warning.domain.PinyinInitials;

/** The tokens by which the service finds an episode, made with the keys of the installation as the service makes them. */
final class SearchTokens {

    private final Mac mac;

    SearchTokens(Secrets secrets) {
        try {
            byte[] root = secrets.secret("vault.mac");
            Mac first = Mac.getInstance("HmacSHA256");
            first.init(new SecretKeySpec(root, "HmacSHA256"));
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(first.doFinal("search/warning".getBytes(StandardCharsets.UTF_8)), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Long> of(Person person) {
        String name = person.name();
        String phone = "+86" + person.phone();
        java.util.TreeSet<Long> tokens = new java.util.TreeSet<>();
        for (int i = 0; i + 1 < name.length(); i++) {
            tokens.add(token("bigram", name.substring(i, i + 2)));
        }
        tokens.add(token("initials", PinyinInitials.of(name)));
        tokens.add(token("phone", phone));
        tokens.add(token("last4", phone.substring(phone.length() - 4)));
        tokens.add(token("id", person.nationalId()));
        tokens.add(token("phone-name", phone + "/" + name));
        return List.copyOf(tokens);
    }

    private long token(String kind, String text) {
        return ByteBuffer.wrap(mac.doFinal((kind + '\0' + text).getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }
}
