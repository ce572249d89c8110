package org.lianxin.demo;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lianxin.organisation.Staffing.NewPost;
import org.lianxin.organisation.Staffing.NewStaff;
import org.lianxin.shared.DataScope;
import org.lianxin.shared.DemoSignIns;
import org.lianxin.shared.Role;

/** The people a visitor of the demo can be. */
final class DemoAccounts implements DemoSignIns {

    static final String CITY = "1505";
    static final String COUNTY = "150581";
    static final String STATION = "150581001";
    private static final Map<String, String> UNITS = Map.of(CITY, "通辽市反诈中心", COUNTY, "霍林郭勒市反诈中心", STATION, "珠斯花派出所");
    private static final String PASSWORD = "lianxin-demo";

    /** One account of the demo with the post it holds. */
    private record Account(
            String sign, String number, String name, String unit, String title, Role role, DataScope scope) {}

    private static final List<Account> ACCOUNTS = List.of(
            new Account("clerk", "TL0007", "张晓雯", CITY, "劝阻专员", Role.WARNING_CLERK, DataScope.UNIT_AND_BELOW),
            new Account("clerk2", "TL0008", "刘建华", CITY, "劝阻专员", Role.WARNING_CLERK, DataScope.UNIT_AND_BELOW),
            new Account("county", "HL0003", "苏日娜", COUNTY, "县中心劝阻专员", Role.WARNING_CLERK, DataScope.UNIT_AND_BELOW),
            new Account("officer", "HL0217", "那仁", STATION, "民警", Role.VISITING_OFFICER, DataScope.OWN),
            new Account("command", "TL0001", "海日汗", CITY, "指挥长", Role.DISPATCHER, DataScope.UNIT_AND_BELOW),
            new Account("chief", "HL0201", "特木尔", STATION, "所长", Role.UNIT_HEAD, DataScope.UNIT_AND_BELOW),
            new Account("head", "TL0015", "包长胜", CITY, "中心主任", Role.UNIT_HEAD, DataScope.UNIT_AND_BELOW),
            new Account("rules", "TL0012", "孟立新", CITY, "规则管理员", Role.RULE_KEEPER, DataScope.UNIT_AND_BELOW),
            new Account("privacy", "TL0013", "敖登", CITY, "隐私专员", Role.PRIVACY_OFFICER, DataScope.ALL),
            new Account("admin", "TL0014", "佟志强", CITY, "系统管理员", Role.ADMINISTRATOR, DataScope.ALL));

    @Override
    public List<SignIn> list() {
        return ACCOUNTS.stream()
                .map(each ->
                        new SignIn(each.sign, PASSWORD, each.role.name(), Objects.requireNonNull(UNITS.get(each.unit))))
                .toList();
    }

    /** The same people as staff. */
    static List<NewStaff> staff() {
        return ACCOUNTS.stream().map(DemoAccounts::staff).toList();
    }

    private static NewStaff staff(Account each) {
        NewPost post = new NewPost(each.unit, each.title, java.util.Set.of(each.role), each.scope, List.of());
        return new NewStaff(each.number, each.name, each.sign, PASSWORD, null, List.of(post), List.of());
    }
}
