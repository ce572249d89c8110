package org.lianxin.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lianxin.organisation.Staffing.NewDuty;
import org.lianxin.organisation.Staffing.NewJurisdiction;
import org.lianxin.organisation.Staffing.NewPost;
import org.lianxin.organisation.Staffing.NewStaff;
import org.lianxin.organisation.Staffing.NewUnit;
import org.lianxin.organisation.Staffing.Roster;
import org.lianxin.place.Division;
import org.lianxin.place.Places;
import org.lianxin.shared.DataScope;
import org.lianxin.shared.Role;

/** Tongliao as it is on the map, with units and people as they are not: a centre per county, a station per street and town. */
final class DemoUnits {

    private static final String PROVINCE = "15";
    private static final String CITY_DIVISION = "150500";

    private final Places places;
    private final InventedPeople people = new InventedPeople(46);
    private final List<NewUnit> units = new ArrayList<>();
    private final List<NewStaff> staff = new ArrayList<>(DemoAccounts.staff());

    private DemoUnits(Places places) {
        this.places = places;
    }

    static Roster roster(Places places) {
        DemoUnits demo = new DemoUnits(places);
        demo.province();
        demo.city();
        places.listChildren(CITY_DIVISION).forEach(demo::county);
        return new Roster(demo.units, demo.staff);
    }

    private void province() {
        units.add(new NewUnit(PROVINCE, null, "内蒙古自治区反诈中心", "province", "police", List.of(), List.of()));
    }

    private void city() {
        units.add(new NewUnit(
                DemoAccounts.CITY,
                PROVINCE,
                "通辽市反诈中心",
                "city",
                "police",
                List.of("anti-fraud-centre", "command", "stop-payment"),
                List.of(NewJurisdiction.ofDivision(CITY_DIVISION))));
        for (int i = 20; i < 32; i++) {
            clerk(DemoAccounts.CITY, "TL00" + i);
        }
        person(DemoAccounts.CITY, Colleagues.COMMANDER, "值班指挥员", Role.DISPATCHER, DataScope.UNIT_AND_BELOW);
        person(DemoAccounts.CITY, Colleagues.CHIEF, "值班领导", Role.UNIT_HEAD, DataScope.UNIT_AND_BELOW);
        person(DemoAccounts.CITY, Colleagues.STOPPER, "止付专员", Role.STOP_PAYMENT_ISSUER, DataScope.UNIT);
    }

    private void county(Division county) {
        String code = county.code();
        units.add(new NewUnit(
                code,
                DemoAccounts.CITY,
                county.name() + "反诈中心",
                "county",
                "police",
                List.of("anti-fraud-centre", "stop-payment"),
                List.of(NewJurisdiction.ofDivision(code))));
        clerk(code, Colleagues.countyClerk(code, 1));
        clerk(code, Colleagues.countyClerk(code, 2));
        places.listChildren(code).forEach(street -> station(code, street));
    }

    private void station(String county, Division street) {
        String code = street.code();
        units.add(new NewUnit(
                code,
                county,
                stationName(street.name()),
                "station",
                "police",
                List.of(),
                List.of(NewJurisdiction.ofDivision(code))));
        for (int i = 1; i <= 3; i++) {
            person(code, Colleagues.officer(code, i), "民警", Role.VISITING_OFFICER, DataScope.OWN);
        }
        if (code.equals(DemoAccounts.STATION)) {
            partner(code, "village-committee", "河东社区居委会", "village-committee");
            partner(code, "bank", "甲银行珠斯花支行", "bank-notice");
        }
    }

    /** Somebody outside the police who helps to find people, with one contact. */
    private void partner(String station, String kind, String name, String duty) {
        String code = station + "-" + kind;
        units.add(new NewUnit(code, station, name, "partner", kind, List.of(duty), List.of()));
        person(code, "XZ-" + kind, "联络员", Role.PARTNER_CONTACT, DataScope.UNIT);
    }

    private void clerk(String unit, String number) {
        person(unit, number, "劝阻专员", Role.WARNING_CLERK, DataScope.UNIT_AND_BELOW);
    }

    private void person(String unit, String number, String title, Role role, DataScope scope) {
        NewPost post = new NewPost(unit, title + "（模拟）", Set.of(role), scope, List.of());
        String phone = role == Role.WARNING_CLERK ? null : people.phone();
        staff.add(new NewStaff(number, people.name(), null, null, phone, List.of(post), List.of()));
    }

    /** Everybody but the third of each station and the keepers is on duty for the week from now on. */
    static Roster shifts(Roster city, Instant now) {
        Instant from = now.minus(Duration.ofHours(4));
        Instant until = from.plus(Duration.ofDays(7));
        List<NewStaff> onDuty = new ArrayList<>();
        for (NewStaff each : city.staff()) {
            String number = each.number();
            boolean rests = number.endsWith("3") && number.startsWith("P");
            if (!rests && !number.equals("TL0012") && !number.equals("TL0013") && !number.equals("TL0014")) {
                String duty = number.equals(Colleagues.CHIEF) ? "duty-chief" : "duty-officer";
                NewDuty shift = new NewDuty(each.posts().getFirst().unitCode(), duty, from, until);
                onDuty.add(new NewStaff(
                        number, each.name(), each.account(), null, each.phone(), each.posts(), List.of(shift)));
            }
        }
        return new Roster(List.of(), onDuty);
    }

    private static String stationName(String street) {
        return street.replaceAll("(街道办事处|街道|镇|乡|苏木)$", "") + "派出所";
    }
}
