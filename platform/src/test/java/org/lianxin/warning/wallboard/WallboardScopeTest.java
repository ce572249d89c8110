package org.lianxin.warning.wallboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.shared.DataScope;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Role;
import org.lianxin.shared.UnitPath;
import org.lianxin.shared.Uuid7;
import org.lianxin.shared.Viewer;
import org.lianxin.warning.intake.Intake;
import org.lianxin.warning.intake.Sender;
import org.lianxin.warning.testing.Desks;
import org.lianxin.warning.testing.Doors;
import org.lianxin.warning.testing.TongliaoUnits;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** WA-50: a wallboard hangs where many see it; it shows no more than whoever hung it there may see. */
@SpringBootTest(
        classes = {org.lianxin.Lianxin.class, Doors.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
class WallboardScopeTest {

    private static final String STREET = "内蒙古通辽市开鲁县开鲁镇";

    @Autowired
    private Wallboards wallboards;

    @Autowired
    private Intake intake;

    @Autowired
    private Units units;

    private TongliaoUnits city;
    private UnitRef county;
    private UnitRef station;

    @BeforeEach
    void aWarningBelowACounty() {
        city = (TongliaoUnits) units;
        county = city.of("150523");
        station = city.list().stream()
                .filter(each ->
                        each.path().isAtOrBelow(county.path()) && each.name().startsWith("开鲁镇"))
                .findFirst()
                .orElseThrow();
        intake.accept(
                Sender.machine("wall", city.city, null),
                Desks.signal(Clock.systemUTC().instant(), STREET));
    }

    private static Viewer in(UnitRef unit, Role role, DataScope scope, UnitPath... chosen) {
        return new Viewer(
                Uuid7.next(),
                Uuid7.next(),
                "W" + chosen.length,
                "墙",
                unit.id(),
                unit.path(),
                Set.of(role),
                scope,
                List.of(chosen),
                Uuid7.next());
    }

    private Wallboard wall(Viewer viewer, @Nullable UnitRef asked) {
        UUID id = asked == null ? null : asked.id();
        return wallboards.of(viewer, id);
    }

    @Test
    void wa50_whoSeesOneUnitSeesNoFigureOfTheUnitsBelowIt() {
        Viewer withBelow = in(county, Role.WARNING_CLERK, DataScope.UNIT_AND_BELOW);
        assertThat(wall(withBelow, null).figures().episodesToday()).isPositive();
        assertThat(wall(withBelow, null).soonest()).isNotEmpty();

        Wallboard alone = wall(in(county, Role.WARNING_CLERK, DataScope.UNIT), null);

        assertThat(alone.figures().episodesToday()).isZero();
        assertThat(alone.figures().signalsToday()).isZero();
        assertThat(alone.exceptions().byKind())
                .extracting(Wallboard.Kind::count)
                .containsOnly(0);
        Viewer own = in(county, Role.WARNING_CLERK, DataScope.OWN);
        assertThat(wall(own, null).figures().episodesToday()).isZero();
    }

    @Test
    void wa50_aUnitOutOfReachIsMissing() {
        List<Viewer> viewers = List.of(
                in(county, Role.UNIT_HEAD, DataScope.UNIT),
                in(city.of("150581"), Role.UNIT_HEAD, DataScope.UNIT_AND_BELOW),
                in(county, Role.UNIT_HEAD, DataScope.OWN),
                in(
                        city.city,
                        Role.UNIT_HEAD,
                        DataScope.CHOSEN_UNITS,
                        city.of("150581").path()));
        assertThat(viewers)
                .allSatisfy(viewer -> assertThatThrownBy(() -> wall(viewer, station))
                        .isInstanceOfSatisfying(
                                Refused.class, no -> assertThat(no.status()).isEqualTo(404)));
        assertThat(wall(in(city.city, Role.UNIT_HEAD, DataScope.ALL), station)
                        .unit()
                        .name())
                .isEqualTo(station.name());
    }

    @Test
    void wa50_whoHasChosenUnitsBeginsWithTheFirstOfThem() {
        Viewer chosen = in(city.city, Role.WARNING_CLERK, DataScope.CHOSEN_UNITS, county.path());
        assertThat(wall(chosen, null).unit().name()).isEqualTo(county.name());
        assertThatThrownBy(() -> wall(chosen, city.city)).isInstanceOf(Refused.class);
    }

    @Test
    void wa50_whoSeesNumbersNotPersonsSeesNoName() {
        List<Wallboard.Soon> clerks = wall(in(county, Role.WARNING_CLERK, DataScope.UNIT_AND_BELOW), null)
                .soonest();
        assertThat(clerks).extracting(Wallboard.Soon::title).allMatch(title -> title.contains("*"));

        for (Role role : List.of(Role.UNIT_HEAD, Role.RULE_KEEPER)) {
            List<Wallboard.Soon> seen =
                    wall(in(county, role, DataScope.UNIT_AND_BELOW), null).soonest();
            assertThat(seen).hasSameSizeAs(clerks);
            assertThat(seen)
                    .allSatisfy(each ->
                            assertThat(each.title()).isEqualTo(each.number()).startsWith("ZL-"));
        }
    }
}
