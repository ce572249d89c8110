package org.lianxin.analytics.imports;

import java.util.Set;

/** What a file of evidence holds. */
enum FileKind {
    TRANSFERS,
    LOGINS,
    ACCOUNTS,
    CALLS;

    /** Whether these columns make a file of this kind. */
    boolean isSatisfiedBy(Set<Field> fields) {
        boolean account = fields.contains(Field.ACCOUNT);
        boolean amount = fields.contains(Field.AMOUNT)
                || (fields.contains(Field.IN_AMOUNT) && fields.contains(Field.OUT_AMOUNT));
        return switch (this) {
            case TRANSFERS ->
                amount
                        && (fields.contains(Field.TIME) || fields.contains(Field.DATE))
                        && ((fields.contains(Field.FROM) && fields.contains(Field.TO)) || account);
            case LOGINS -> account && fields.contains(Field.TIME) && identifies(fields);
            case ACCOUNTS -> account;
            case CALLS -> fields.contains(Field.CALLER) && fields.contains(Field.CALLEE) && fields.contains(Field.TIME);
        };
    }

    private static boolean identifies(Set<Field> fields) {
        return fields.contains(Field.IP)
                || fields.contains(Field.DEVICE)
                || fields.contains(Field.MAC)
                || fields.contains(Field.PHONE);
    }

    /** What to say when no header is found. */
    String wanted() {
        return switch (this) {
            case TRANSFERS ->
                "transaction id, from account, to account, time, amount (交易流水号 付款账号 收款账号 交易时间 交易金额), or"
                        + " account, counterparty and a debit/credit mark (账号 对手账号 收付标志)";
            case LOGINS -> "account, time and one of ip, mac, device, phone (账号 登录时间 IP地址 设备号)";
            case ACCOUNTS -> "account and what is known of its holder (账号 证件号码 手机号 开户日期)";
            case CALLS -> "caller, callee, time and duration (主叫号码 被叫号码 通话时间 通话时长)";
        };
    }
}
