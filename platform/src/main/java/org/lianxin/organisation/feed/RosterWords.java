package org.lianxin.organisation.feed;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lianxin.shared.DataScope;
import org.lianxin.shared.Role;

/** What the workbook's drop-downs offer and what each means. */
final class RosterWords {

    static final Map<String, String> LEVELS = ordered(
            "部级",
            "ministry",
            "省级",
            "province",
            "市级",
            "city",
            "县级",
            "county",
            "所队",
            "station",
            "警务站室",
            "post",
            "协作单位",
            "partner");

    static final Map<String, Role> ROLES = new LinkedHashMap<>();

    static final Map<String, DataScope> SCOPES = new LinkedHashMap<>();

    static {
        ROLES.put("预警劝阻员", Role.WARNING_CLERK);
        ROLES.put("上门民警", Role.VISITING_OFFICER);
        ROLES.put("指挥长", Role.DISPATCHER);
        ROLES.put("单位负责人", Role.UNIT_HEAD);
        ROLES.put("规则管理员", Role.RULE_KEEPER);
        ROLES.put("隐私专员", Role.PRIVACY_OFFICER);
        ROLES.put("系统管理员", Role.ADMINISTRATOR);
        ROLES.put("止付发起人", Role.STOP_PAYMENT_ISSUER);
        ROLES.put("止付审批人", Role.STOP_PAYMENT_APPROVER);
        ROLES.put("协作联络员", Role.PARTNER_CONTACT);
        SCOPES.put("全部", DataScope.ALL);
        SCOPES.put("指定单位", DataScope.CHOSEN_UNITS);
        SCOPES.put("本单位及下级", DataScope.UNIT_AND_BELOW);
        SCOPES.put("本单位", DataScope.UNIT);
        SCOPES.put("本人", DataScope.OWN);
    }

    private RosterWords() {}

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
