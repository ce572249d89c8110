package org.lianxin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianxin.shared.Pulse;
import org.lianxin.shared.Vital;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.health.contributor.Status;

@Tag("fast")
class VitalHealthTest {

    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private final VitalHealth health = new VitalHealth(beans.getBeanProvider(Vital.class));

    @Test
    void theServiceIsUpWhileAllThatIsVitalHadAGoodRound() {
        Pulse pulse = new Pulse();
        Vital well = () -> pulse.sign("well", Duration.ofMinutes(1));
        beans.addBean("well", well);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        Vital dead = () -> new Vital.Sign("order-ladder", Duration.ofSeconds(6), Duration.ofSeconds(5));
        beans.addBean("dead", dead);
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails()).hasToString("{unwell=[order-ladder for 6 s]}");
    }

    @Test
    void failuresInARowAreToldMoreAndMoreRarely() {
        Pulse pulse = new Pulse();
        int told = 0;
        for (int i = 0; i < 900; i++) {
            told += pulse.failed() ? 1 : 0;
        }
        assertThat(told).isEqualTo(10);
        pulse.good();
        assertThat(pulse.failed()).isTrue();
    }
}
