package org.lianxin.warning.intake;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.organisation.Units.UnitRef;

/**
 * Who brings signals: a machine or a clerk, for a unit. Signals whose address nobody answers for stay with that unit.
 *
 * @param namespace whose source ids these are (WA-17)
 * @param importId the file they come from; null over HTTP
 */
public record Sender(
        String name, UnitRef unit, UUID namespace, @Nullable UUID importId) {

    /** The clerks of a unit share its source ids: what one brought, another need not bring again. */
    public static Sender clerk(String staffNumber, UnitRef unit, @Nullable UUID importId) {
        return new Sender(staffNumber, unit, unit.id(), importId);
    }

    /** A machine counts for itself, whatever others of its unit count. */
    public static Sender machine(String name, UnitRef unit, @Nullable UUID importId) {
        byte[] own = (unit.id() + "/" + name).getBytes(StandardCharsets.UTF_8);
        return new Sender(name, unit, UUID.nameUUIDFromBytes(own), importId);
    }
}
