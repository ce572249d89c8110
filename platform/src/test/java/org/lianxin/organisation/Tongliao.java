package org.lianxin.organisation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.lianxin.organisation.Staffing.NewDuty;
import org.lianxin.organisation.Staffing.NewJurisdiction;
import org.lianxin.organisation.Staffing.NewPost;
import org.lianxin.organisation.Staffing.NewStaff;
import org.lianxin.organisation.Staffing.NewUnit;
import org.lianxin.organisation.Staffing.Roster;
import org.lianxin.shared.DataScope;
import org.lianxin.shared.Role;

/** A small city with invented people for tests: the real divisions around Huolinguole, one person in every role. */
public final class Tongliao {

    public static final String PASSWORD = "horses run at dawn";

    private Tongliao() {}

    public static Roster roster() {
        return new Roster(units(), staff());
    }

    private static List<NewUnit> units() {
        return List.of(
                unit("15", null, "内蒙古自治区公安厅", "province", List.of("command"), "15"),
                unit("1505", "15", "通辽市公安局", "city", List.of("command"), "1505"),
                unit("1505-fz", "1505", "通辽市反诈中心", "city", List.of("anti-fraud-centre", "stop-payment")),
                unit("150581", "1505", "霍林郭勒市公安局", "county", List.of("command", "anti-fraud-centre"), "150581"),
                unit("150581-zs", "150581", "珠斯花派出所", "station", List.of(), "150581001"),
                unit("150581-mz", "150581", "莫斯台派出所", "station", List.of(), "150581002"),
                unit("150502", "1505", "科尔沁公安分局", "county", List.of("command"), "150502"),
                unit("150502-a", "150502", "西门派出所", "station", List.of(), "150502001"),
                unit("150502-b", "150502", "明仁派出所", "station", List.of(), "150502001"),
                new NewUnit(
                        "150581-sf",
                        "150581",
                        "霍林郭勒市司法局",
                        "partner",
                        "justice",
                        List.of(),
                        List.of(NewJurisdiction.ofDivision("150581"))));
    }

    private static NewUnit unit(
            String code,
            @org.jspecify.annotations.Nullable String parent,
            String name,
            String level,
            List<String> duties,
            String... divisions) {
        return new NewUnit(
                code,
                parent,
                name,
                level,
                "police",
                duties,
                List.of(divisions).stream().map(NewJurisdiction::ofDivision).toList());
    }

    private static List<NewStaff> staff() {
        return List.of(
                person(
                        "0001",
                        "乌云",
                        "clerk",
                        "1505-fz",
                        "劝阻员",
                        DataScope.CHOSEN_UNITS,
                        List.of("1505"),
                        Role.WARNING_CLERK),
                person("0002", "巴图", "officer", "150581-zs", "民警", DataScope.OWN, List.of(), Role.VISITING_OFFICER),
                person("0003", "苏日娜", "command", "1505", "指挥长", DataScope.UNIT_AND_BELOW, List.of(), Role.DISPATCHER),
                person("0004", "陈立", "chief", "150581", "局长", DataScope.UNIT_AND_BELOW, List.of(), Role.UNIT_HEAD),
                person("0005", "白雪", "admin", "15", "系统管理员", DataScope.ALL, List.of(), Role.ADMINISTRATOR),
                person("0006", "韩梅", "privacy", "15", "隐私专员", DataScope.ALL, List.of(), Role.PRIVACY_OFFICER),
                person("0007", "刘洋", "rules", "1505", "规则管理员", DataScope.UNIT, List.of(), Role.RULE_KEEPER),
                person("0008", "赵磊", "issuer", "1505-fz", "止付发起", DataScope.UNIT, List.of(), Role.STOP_PAYMENT_ISSUER),
                person(
                        "0009",
                        "孙静",
                        "approver",
                        "1505-fz",
                        "止付审批",
                        DataScope.UNIT,
                        List.of(),
                        Role.STOP_PAYMENT_APPROVER),
                person(
                        "0010",
                        "周宁",
                        "elsewhere",
                        "150502",
                        "管理员",
                        DataScope.UNIT_AND_BELOW,
                        List.of(),
                        Role.ADMINISTRATOR));
    }

    private static NewStaff person(
            String number,
            String name,
            String account,
            String unit,
            String title,
            DataScope scope,
            List<String> chosen,
            Role role) {
        Instant start = Instant.now().truncatedTo(ChronoUnit.MICROS).minus(1, ChronoUnit.HOURS);
        return new NewStaff(
                number,
                name,
                account,
                PASSWORD,
                "1390475" + number,
                List.of(new NewPost(unit, title, Set.of(role), scope, chosen)),
                List.of(new NewDuty(unit, "duty-officer", start, start.plus(12, ChronoUnit.HOURS))));
    }
}
