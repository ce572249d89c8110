package org.lianxin.warning.testing;

import java.util.List;
import org.lianxin.notification.Notifications;
import org.lianxin.organisation.Units;
import org.lianxin.place.Places;
import org.lianxin.shared.SubjectRef;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Primary;

/** The units of a whole city without its staff, for tests that look at warnings. */
@TestConfiguration
public class Doors {

    @Bean
    @Primary
    Units cityUnits(Places places) {
        return new TongliaoUnits(places);
    }

    @Bean
    @Fallback
    Notifications noNotifications() {
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
