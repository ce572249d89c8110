package org.lianxin.organisation.feed;

import java.util.List;

/** The columns of the workbook, by the headers people write. */
enum RosterColumn {
    UNIT_CODE("单位编码", "编码"),
    PARENT("上级编码"),
    UNIT_NAME("单位名称", "名称"),
    LEVEL("级别"),
    KIND("类型"),
    DUTIES("职责"),
    JURISDICTION("辖区"),
    NUMBER("工号", "警号"),
    NAME("姓名"),
    ACCOUNT("账号"),
    PHONE("电话", "手机号码"),
    TITLE("职务"),
    ROLES("角色"),
    SCOPE("数据范围"),
    CHOSEN("指定单位");

    static final List<RosterColumn> UNITS = List.of(UNIT_CODE, PARENT, UNIT_NAME, LEVEL, KIND, DUTIES, JURISDICTION);
    static final List<RosterColumn> STAFF =
            List.of(NUMBER, NAME, ACCOUNT, PHONE, UNIT_CODE, TITLE, ROLES, SCOPE, CHOSEN);

    private final String header;
    private final String alias;

    RosterColumn(String header) {
        this(header, header);
    }

    RosterColumn(String header, String alias) {
        this.header = header;
        this.alias = alias;
    }

    String header() {
        return header;
    }

    boolean isHeader(String text) {
        var found = text.strip();
        return found.equals(header) || found.equals(alias);
    }
}
