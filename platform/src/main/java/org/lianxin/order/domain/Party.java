package org.lianxin.order.domain;

import java.util.UUID;
import org.lianxin.shared.UnitPath;

/** A unit that orders or is told. */
public record Party(UUID unit, UnitPath path) {}
