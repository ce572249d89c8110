package org.lianxin.demo;

import java.util.Objects;
import java.util.UUID;
import org.lianxin.organisation.Staffing;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.place.Places;
import org.lianxin.shared.DemoSignIns;
import org.lianxin.warning.InventedWork;
import org.springframework.beans.factory.annotation.Value;
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

    private static final int DAYS = 365;
    private static final long SEED = 46;

    private final Staffing staffing;
    private final Units units;
    private final Places places;
    private final InventedWork work;
    private final int episodesOfAYear;
    private final int signalsOfToday;

    DemoCity(
            Staffing staffing,
            Units units,
            Places places,
            InventedWork work,
            @Value("${lianxin.demo.episodes:85000}") int episodes,
            @Value("${lianxin.demo.signals:60}") int signals) {
        this.staffing = staffing;
        this.units = units;
        this.places = places;
        this.work = work;
        this.episodesOfAYear = episodes;
        this.signalsOfToday = signals;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (work.isBegun()) {
            return;
        }
        UUID id = Objects.requireNonNull(
                staffing.apply(DemoUnits.roster(places)).units().get(DemoAccounts.CITY));
        UnitRef city = units.get(id);
        work.past(city, episodesOfAYear, DAYS, SEED);
        work.today(city, signalsOfToday, SEED);
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
