package org.lianxin.demo;

import org.lianxin.organisation.Staffing;
import org.lianxin.place.Places;
import org.lianxin.shared.DemoSignIns;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Fills an instance stamped DEMO with the demo city before it says that it is ready; at later starts all is there already. */
@Component
@Order(0)
@ConditionalOnProperty(name = "lianxin.stamp", havingValue = "DEMO")
class DemoCity implements ApplicationRunner {

    private final Staffing staffing;
    private final Places places;

    DemoCity(Staffing staffing, Places places) {
        this.staffing = staffing;
        this.places = places;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        staffing.apply(DemoUnits.roster(places));
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "lianxin.stamp", havingValue = "DEMO")
    static class Accounts {
        @Bean
        DemoSignIns demoSignIns() {
            return new DemoAccounts();
        }
    }
}
