package org.lianxin.warning.intake;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.lianxin.vault.Vault;
import org.lianxin.warning.domain.Joining.Person;
import org.lianxin.warning.domain.Signal;
import org.springframework.stereotype.Component;

/** Does for a signal what needs no transaction: address, keys, tokens, content. Safe for many threads. */
@Component
final class Preparation {

    private static final int MAC_BYTES = 16;

    private final Vault vault;
    private final SearchKeys keys;
    private final Routing routing;
    private final ContentJson json;

    Preparation(Vault vault, SearchKeys keys, Routing routing, ContentJson json) {
        this.vault = vault;
        this.keys = keys;
        this.routing = routing;
        this.json = json;
    }

    Prepared prepare(Sender sender, Signal signal, int row) {
        byte[] content = json.write(Content.of(signal));
        Person person = keys.person(signal);
        return new Prepared(
                sender,
                signal,
                row,
                routing.route(signal.address(), sender.unit()),
                person,
                keys.tokens(signal.name(), signal.phone(), person),
                new Bytes(content),
                new Bytes(mac(signal, content)));
    }

    /** What a preview needs: whom it is about and what it says. */
    Prepared outline(Sender sender, Signal signal) {
        byte[] content = json.write(Content.of(signal));
        return new Prepared(
                sender,
                signal,
                0,
                new Routing.Route.Unclear("preview", List.of()),
                keys.person(signal),
                List.of(),
                new Bytes(new byte[0]),
                new Bytes(mac(signal, content)));
    }

    private byte[] mac(Signal signal, byte[] content) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(content.length + 64);
        all.writeBytes(content);
        String rest =
                signal.occurredAt() + "|" + signal.level() + "|" + signal.amountCents() + "|" + signal.moneyMoving();
        all.writeBytes(rest.getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(vault.mac("warning.content", all.toByteArray()), MAC_BYTES);
    }
}
