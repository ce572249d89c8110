package org.lianxin.warning.testing;

import java.util.List;
import org.lianxin.live.LiveChanges;
import org.lianxin.notification.Notifications;
import org.lianxin.order.Orders;
import org.lianxin.organisation.Units;
import org.lianxin.place.Places;
import org.lianxin.shared.SubjectRef;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Primary;

/** The city's units and orders in memory, for tests that look at warnings alone. */
@TestConfiguration
public class Doors {

    @Bean
    @Fallback
    Places places() {
        return Places.load();
    }

    @Bean
    @Primary
    Units units(Places places) {
        return new TongliaoUnits(places);
    }

    @Bean
    @Primary
    Orders orders() {
        return new InMemoryOrders();
    }

    @Bean
    @Primary
    LiveChanges liveChanges() {
        return (topic, kind, reference, unit) -> {};
    }

    @Bean
    @Primary
    Notifications notifications() {
        return new Notifications() {
            @Override
            public void send(List<NewMessage> messages) {}

            @Override
            public List<MessageView> onSubject(SubjectRef subject) {
                return List.of();
            }
        };
    }
}
