package org.lianxin.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.lianxin.indicator.Indicators;
import org.lianxin.order.InventedOrders;
import org.lianxin.organisation.Staffing;
import org.lianxin.organisation.Staffing.Roster;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.place.Places;
import org.lianxin.shared.Backdating;
import org.lianxin.shared.DemoSignIns;
import org.lianxin.shared.Viewer;
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

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int DAYS = 365;
    private static final long SEED = 46;

    private final Staffing staffing;
    private final Places places;
    private final InventedWork work;
    private final Desk desk;
    private final Clock clock;
    private final Size size;

    DemoCity(Staffing staffing, Places places, InventedWork work, Desk desk, Clock clock, Size size) {
        this.staffing = staffing;
        this.places = places;
        this.work = work;
        this.desk = desk;
        this.clock = clock;
        this.size = size;
    }

    /** How large the city is: calls of the past year, what is done today, what waits beside the scenes; 0: a day on which nothing has happened. */
    @Component
    @ConditionalOnProperty(name = "lianxin.stamp", havingValue = "DEMO")
    record Size(
            @Value("${lianxin.demo.episodes:85000}") int year,
            @Value("${lianxin.demo.closed-today:110}") int closed,
            @Value("${lianxin.demo.signals:24}") int waiting) {}

    /** What the day is written with. */
    @Component
    @ConditionalOnProperty(name = "lianxin.stamp", havingValue = "DEMO")
    record Desk(
            Units units, InventedOrders orders, Colleagues colleagues, List<Backdating> books, Indicators figures) {}

    @Override
    public void run(ApplicationArguments arguments) {
        Roster roster = DemoUnits.roster(places);
        if (work.isBegun()) {
            onDuty(roster);
            return;
        }
        UUID id = Objects.requireNonNull(staffing.apply(roster).units().get(DemoAccounts.CITY));
        onDuty(roster);
        UnitRef city = desk.units.get(id);
        desk.figures.whileFilling(() -> {
            if (size.waiting > 0) {
                today(city);
            }
            work.past(city, size.year, DAYS, SEED);
            return city;
        });
    }

    /** Shifts end; a city that was left alone for a week is staffed anew. */
    private void onDuty(Roster roster) {
        UUID city = desk.units.findByCode(DemoAccounts.CITY).orElseThrow().id();
        if (desk.units.onDuty(city).isEmpty()) {
            staffing.apply(DemoUnits.shifts(roster, clock.instant()));
        }
    }

    private void today(UnitRef city) {
        List<UnitRef> below = desk.units.below(city.id());
        ZonedDateTime now = clock.instant().atZone(ZONE);
        double sinceMidnight =
                Duration.between(now.toLocalDate().atStartOfDay(ZONE), now).toSeconds() / 60.0;
        DayBook book = new DayBook(work, desk.orders, clock);
        new DemoDay(book, desk.colleagues, city, below, sinceMidnight).play(size.closed, size.waiting);
        imports(book);
        work.strayRecords(city);
        book.close(desk.books, PATIENCE);
    }

    /** A file of last week with mistakes in it, one of this morning, and one that waits for its owner to say yes. */
    private void imports(DayBook book) {
        Viewer clerk = desk.colleagues.numbered("TL0007");
        Viewer other = desk.colleagues.numbered("TL0008");
        book.made(6 * 1_440.0, () -> work.importRows(clerk, "上周预警汇总.xlsx", 420, 14, Duration.ofDays(9), true));
        book.made(1_600, () -> work.importRows(other, "科尔沁区补录.xlsx", 160, 0, Duration.ofDays(12), true));
        book.made(25, () -> work.importRows(clerk, "运营商回流数据.xlsx", 90, 5, Duration.ofDays(5), false));
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
