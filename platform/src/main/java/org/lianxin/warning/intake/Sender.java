package org.lianxin.warning.intake;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.organisation.Units.UnitRef;

/**
 * Who brings signals: a machine or a clerk, for a unit. Signals whose address nobody answers for stay with that unit.
 *
 * @param importId the file they come from; null over HTTP
 */
public record Sender(String name, UnitRef unit, @Nullable UUID importId) {}
