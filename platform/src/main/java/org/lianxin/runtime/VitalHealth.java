package org.lianxin.runtime;

import java.util.List;
import org.lianxin.shared.Vital;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Up only while everything vital has had a good round lately: a service that takes orders and never fires a deadline is not up. */
@Component
final class VitalHealth implements HealthIndicator {

    private final ObjectProvider<Vital> vitals;

    VitalHealth(ObjectProvider<Vital> vitals) {
        this.vitals = vitals;
    }

    @Override
    public Health health() {
        List<String> unwell = vitals.stream()
                .map(Vital::sign)
                .filter(sign -> !sign.isWell())
                .map(sign -> sign.name() + " for " + sign.age().toSeconds() + " s")
                .toList();
        return unwell.isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("unwell", unwell).build();
    }
}
