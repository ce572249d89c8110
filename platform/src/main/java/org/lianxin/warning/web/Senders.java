package org.lianxin.warning.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.organisation.Units;
import org.lianxin.shared.ClientApp;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Viewer;
import org.lianxin.warning.intake.Sender;
import org.springframework.stereotype.Component;

/** Who is sending: a clerk signed in or a machine with a token, each for a unit. */
@Component
class Senders {

    private final Units units;

    Senders(Units units) {
        this.units = units;
    }

    Sender of(@Nullable Viewer viewer, @Nullable ClientApp client, @Nullable UUID importId) {
        if (viewer != null) {
            return Sender.clerk(viewer.staffNumber(), units.get(viewer.unitId()), importId);
        }
        if (client == null) {
            throw Refused.of(401, "shared.unauthenticated");
        }
        var unit = units.find(client.unit()).orElseThrow(() -> Refused.of(403, "shared.forbidden"));
        return Sender.machine(client.name(), unit, importId);
    }
}
