package org.lianxin.warning.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.NationalId;
import org.lianxin.shared.PhoneNumber;
import org.lianxin.vault.Vault;
import org.lianxin.warning.domain.Joining.Person;
import org.lianxin.warning.domain.PinyinInitials;
import org.lianxin.warning.domain.Signal;
import org.springframework.stereotype.Component;

/** Keyed hashes to join and to search by (decisions 1, 2 and 4); nobody without the module's key can make or undo them. */
@Component
public class SearchKeys {

    private static final String MODULE = "warning";

    private final Vault vault;

    SearchKeys(Vault vault) {
        this.vault = vault;
    }

    Person person(Signal signal) {
        return person(signal.name(), signal.nationalId(), signal.phone());
    }

    Person person(String name, @Nullable NationalId id, @Nullable PhoneNumber phone) {
        return new Person(
                id == null ? null : vault.personToken(MODULE, id),
                id == null ? null : key("id", id.value()),
                phone == null ? null : key("phone-name", phone.e164() + "/" + plain(name)));
    }

    /** The tokens an episode is found by when it holds this person. */
    public List<Long> tokens(String name, @Nullable PhoneNumber phone, Person person) {
        List<Long> tokens = new ArrayList<>(8);
        String plain = plain(name);
        bigrams(plain).forEach(bigram -> tokens.add(key("bigram", bigram)));
        String initials = PinyinInitials.of(plain);
        if (initials.length() > 1) {
            tokens.add(key("initials", initials));
        }
        if (phone != null) {
            tokens.add(key("phone", phone.e164()));
            tokens.add(key("last4", phone.lastFour()));
        }
        if (person.idKey() != null) {
            tokens.add(person.idKey());
        }
        if (person.phoneNameKey() != null) {
            tokens.add(person.phoneNameKey());
        }
        return tokens;
    }

    /** Tokens that must all be on an episode for what was typed; empty when nothing can be searched by it. */
    public List<Long> query(String typed) {
        String plain = plain(typed);
        if (plain.matches("[0-9]{4}")) {
            return List.of(key("last4", plain));
        }
        if (NationalId.find(plain).isPresent()) {
            return List.of(key("id", NationalId.find(plain).get().value()));
        }
        if (plain.matches("[+0-9-]{7,16}")) {
            return PhoneNumber.find(plain)
                    .map(phone -> List.of(key("phone", phone.e164())))
                    .orElse(List.of());
        }
        if (plain.matches("[a-z]{2,8}")) {
            return List.of(key("initials", plain));
        }
        return plain.length() > 1
                ? bigrams(plain).stream().map(each -> key("bigram", each)).toList()
                : List.of();
    }

    private long key(String kind, String text) {
        return vault.searchToken(MODULE, kind, text);
    }

    private static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        name.codePoints()
                .filter(point -> !Character.isWhitespace(point) && point != '·' && point != '•' && point != 0x3000)
                .map(Character::toLowerCase)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static List<String> bigrams(String plain) {
        int[] points = plain.codePoints().limit(40).toArray();
        if (points.length < 2) {
            return points.length == 0 ? List.of() : List.of(plain);
        }
        List<String> bigrams = new ArrayList<>(points.length - 1);
        for (int i = 0; i + 1 < points.length; i++) {
            bigrams.add(new String(points, i, 2));
        }
        return bigrams.stream().distinct().toList();
    }
}
