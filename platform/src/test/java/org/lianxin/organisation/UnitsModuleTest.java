package org.lianxin.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianxin.organisation.Staffing.NewJurisdiction;
import org.lianxin.organisation.Staffing.NewPost;
import org.lianxin.organisation.Staffing.NewStaff;
import org.lianxin.organisation.Staffing.NewUnit;
import org.lianxin.organisation.Staffing.Roster;
import org.lianxin.organisation.Units.Answering;
import org.lianxin.organisation.Units.StaffRef;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.shared.DataScope;
import org.lianxin.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = PeopleApplication.class)
class UnitsModuleTest {

    @Autowired
    private Staffing staffing;

    @Autowired
    private Units units;

    @BeforeEach
    void aCity() {
        staffing.apply(Tongliao.roster());
    }

    @Test
    void theSmallestDivisionWins() {
        assertThat(answering("150581001203")).isEqualTo("珠斯花派出所");
        assertThat(answering("150581001")).isEqualTo("珠斯花派出所");
        assertThat(answering("150581003")).isEqualTo("霍林郭勒市公安局");
        assertThat(answering("150581")).isEqualTo("霍林郭勒市公安局");
        assertThat(answering("150500")).isEqualTo("通辽市公安局");
        assertThat(answering("152500")).isEqualTo("内蒙古自治区公安厅");
    }

    @Test
    void nobodyAnswersForAnotherProvince() {
        assertThat(units.answeringFor("110101001")).isEqualTo(new Answering.Nobody("110101001"));
    }

    @Test
    void twoOfTheSameRankAreBothNamed() {
        assertThat(units.answeringFor("150502001"))
                .isInstanceOfSatisfying(
                        Answering.Several.class,
                        several -> assertThat(several.units())
                                .extracting(UnitRef::name)
                                .containsExactlyInAnyOrder("西门派出所", "明仁派出所"));
    }

    @Test
    void aPostWinsOverAGridAndAGridOverADivision() {
        staffing.apply(new Roster(
                List.of(
                        place("150581-g1", new NewJurisdiction("grid", "G1", "一网格", List.of("150581002001", "幸福小区"))),
                        place("150581-p1", new NewJurisdiction("post", "P1", "警务站", List.of("150581002001")))),
                List.of()));
        assertThat(answering("150581002001")).isEqualTo("150581-p1");
        assertThat(answering("150581002002")).isEqualTo("莫斯台派出所");
        assertThat(units.answeringFor("150581002002", "振兴路 幸福小区 3 号楼"))
                .isInstanceOfSatisfying(
                        Answering.By.class, by -> assertThat(by.unit().code()).isEqualTo("150581-g1"));
        staffing.apply(new Roster(
                List.of(
                        place("150581-g1", new NewJurisdiction("grid", "G1", "一网格", List.of("999999999999"))),
                        place("150581-p1", new NewJurisdiction("post", "P1", "警务站", List.of("999999999998")))),
                List.of()));
    }

    @Test
    void aDutyIsFoundAtTheUnitOrTheNearestAbove() {
        assertThat(withDuty("150581-zs", "command")).isEqualTo("150581");
        assertThat(withDuty("150502-a", "anti-fraud-centre")).isEqualTo("1505-fz");
        assertThat(withDuty("1505-fz", "command")).isEqualTo("1505");
        assertThat(units.withDuty(id("1505"), "nothing")).isEmpty();
    }

    @Test
    void theTreeIsWalkedUpAndDown() {
        assertThat(units.above(id("150581-zs"))).extracting(UnitRef::code).containsExactly("150581", "1505", "15");
        assertThat(units.below(id("150502"))).extracting(UnitRef::code).containsExactly("150502-a", "150502-b");
        assertThat(units.list().getFirst().code()).isEqualTo("15");
    }

    @Test
    void whoIsOnDutyNowIsKnown() {
        assertThat(units.onDuty(id("150581-zs"))).extracting(StaffRef::name).containsExactly("巴图");
        assertThat(units.staffOf(id("1505-fz"))).extracting(StaffRef::number).containsExactly("0001", "0008", "0009");
    }

    @Test
    void theSameRosterTwiceChangesNothing() {
        assertThat(staffing.apply(Tongliao.roster())).isEqualTo(staffing.apply(Tongliao.roster()));
    }

    @Test
    void aRosterThatNamesAnUnknownUnitIsRefusedWhole() {
        assertThatThrownBy(() -> staffing.apply(new Roster(
                        List.of(place("new-one", NewJurisdiction.ofDivision("150581003"))),
                        List.of(new NewStaff(
                                "9",
                                "甲",
                                null,
                                null,
                                null,
                                List.of(new NewPost("nowhere", "民警", Set.of(Role.UNIT_HEAD), DataScope.OWN, List.of())),
                                List.of())))))
                .hasMessageContaining("no unit nowhere");
        assertThat(units.findByCode("new-one")).isEmpty();
    }

    @Test
    void somebodyCanBeActedForOutsideProduction() {
        assertThat(staffing.actAs("clerk")).satisfies(viewer -> {
            assertThat(viewer.roles()).containsExactly(Role.WARNING_CLERK);
            assertThat(viewer.chosen()).extracting(Object::toString).containsExactly("15.1505.");
        });
    }

    private static NewUnit place(String code, NewJurisdiction jurisdiction) {
        return new NewUnit(code, "150581", code, "post", "police", List.of(), List.of(jurisdiction));
    }

    private String answering(String code) {
        return switch (units.answeringFor(code)) {
            case Answering.By by -> by.unit().name();
            case Answering.Nobody nobody -> "nobody";
            case Answering.Several several -> "several";
        };
    }

    private java.util.UUID id(String code) {
        return units.findByCode(code).orElseThrow().id();
    }

    private String withDuty(String code, String duty) {
        return units.withDuty(id(code), duty).orElseThrow().code();
    }
}
