package org.lianxin.organisation.store;

import java.util.UUID;
import org.lianxin.audit.UnitNames;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.Units.UnitRef;
import org.springframework.stereotype.Component;

@Component
class NamesOfUnits implements UnitNames {

    private final Units units;

    NamesOfUnits(Units units) {
        this.units = units;
    }

    @Override
    public String nameOf(UUID id) {
        return units.list().stream()
                .filter(unit -> unit.id().equals(id))
                .findFirst()
                .map(UnitRef::name)
                .orElse("");
    }
}
