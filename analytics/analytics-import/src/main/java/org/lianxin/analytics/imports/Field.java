package org.lianxin.analytics.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a column can mean, by the headers that banks, payment companies and platforms write. */
enum Field {
    ID(
            "transactionid",
            "txid",
            "txnid",
            "tranid",
            "id",
            "serialnumber",
            "交易流水号",
            "流水号",
            "交易流水",
            "交易编号",
            "交易号",
            "交易单号",
            "业务流水号",
            "银行流水号",
            "订单号",
            "交易订单号",
            "核心流水号"),
    TIME(
            "time",
            "transactiontime",
            "datetime",
            "timestamp",
            "tradetime",
            "交易时间",
            "交易日期时间",
            "时间",
            "入账时间",
            "记账时间",
            "交易发生时间",
            "支付时间",
            "登录时间",
            "logintime",
            "登陆时间",
            "操作时间",
            "calltime",
            "starttime",
            "通话时间",
            "通话开始时间",
            "起始时间",
            "开始时间"),
    DATE("date", "transactiondate", "交易日期", "日期", "记账日期", "入账日期"),
    FROM(
            "fromaccount",
            "from",
            "payer",
            "payeraccount",
            "sender",
            "senderaccount",
            "src",
            "付款账号",
            "付款方账号",
            "付款人账号",
            "付款帐号",
            "转出账号",
            "付款账户",
            "付款卡号",
            "汇款账号",
            "付方账号",
            "付款方"),
    TO(
            "toaccount",
            "to",
            "payee",
            "payeeaccount",
            "receiver",
            "receiveraccount",
            "dst",
            "收款账号",
            "收款方账号",
            "收款人账号",
            "收款帐号",
            "转入账号",
            "收款账户",
            "收款卡号",
            "收方账号",
            "收款方"),
    ACCOUNT(
            "account",
            "accountid",
            "accountnumber",
            "accountno",
            "账号",
            "帐号",
            "本方账号",
            "交易账号",
            "交易卡号",
            "卡号",
            "账户",
            "查询账号",
            "本方卡号",
            "主账号",
            "客户账号",
            "交易账户",
            "银行卡号",
            "我方账号"),
    COUNTERPARTY(
            "counterparty",
            "counterpartyaccount",
            "对手账号",
            "交易对手账号",
            "对方账号",
            "对手卡号",
            "交易对手账卡号",
            "对方卡号",
            "对手账户",
            "对方账户",
            "交易对手",
            "对方帐号",
            "对手帐号",
            "交易对方账号"),
    AMOUNT("amount", "transactionamount", "value", "交易金额", "金额", "发生额", "转账金额", "交易额"),
    OUT_AMOUNT("debit", "debitamount", "withdrawal", "借方发生额", "支出金额", "借方金额", "支出", "转出金额", "借方"),
    IN_AMOUNT("credit", "creditamount", "deposit", "贷方发生额", "收入金额", "贷方金额", "收入", "转入金额", "贷方"),
    MARK(
            "debitcredit",
            "dc",
            "direction",
            "drcr",
            "借贷标志",
            "收付标志",
            "借贷标识",
            "收付标识",
            "借贷方向",
            "收支类型",
            "收支",
            "收/支",
            "交易方向",
            "进出标志",
            "借贷",
            "出入账标识"),
    CURRENCY("currency", "币种", "交易币种", "货币"),
    CHANNEL("channel", "渠道", "交易渠道", "交易类型", "交易方式", "type", "业务类型"),
    BALANCE("balanceafter", "balance", "余额", "交易余额", "账户余额", "交易后余额", "当前余额"),
    REMARK("remark", "memo", "note", "摘要", "备注", "交易摘要", "附言", "用途", "摘要说明"),
    IP("ip", "ipaddress", "ip地址", "登录ip", "交易ip", "loginip", "ip地址1"),
    MAC("mac", "macaddress", "mac地址"),
    DEVICE("device", "deviceid", "设备", "设备号", "设备id", "设备编号", "imei", "终端号", "终端编号", "设备标识"),
    PHONE("phone", "mobile", "phonenumber", "手机号", "联系电话", "手机号码", "预留手机号", "电话", "绑定手机", "绑定手机号"),
    HOLDER_ID(
            "holderid", "nationalid", "idnumber", "身份证号", "证件号码", "证件号", "身份证", "身份证号码", "开户人证件号码", "户主证件号", "ownerid"),
    OPENED("opened", "opendate", "openingdate", "dateopened", "开户日期", "开户时间", "开卡日期", "开卡时间", "账户开户时间"),
    CALLER("caller", "callingnumber", "callernumber", "主叫", "主叫号码", "主叫号", "本机号码"),
    CALLEE("callee", "callednumber", "calleenumber", "被叫", "被叫号码", "被叫号", "对方号码"),
    DURATION("duration", "durationseconds", "seconds", "callduration", "通话时长", "通话时长秒", "时长");

    private static final Map<String, Field> BY_HEADER = new HashMap<>();

    static {
        for (Field field : values()) {
            for (String header : field.headers) {
                BY_HEADER.put(header, field);
            }
        }
    }

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> headers;

    Field(String... headers) {
        this.headers = List.of(headers);
    }

    /** What a header means; null if nothing we use. Case, spaces, underscores and a unit in brackets do not matter. */
    static @Nullable Field of(String header) {
        String plain = header.toLowerCase(Locale.ROOT)
                .replaceAll("[\\uFEFF\"'\\s_\\-*:：]", "")
                .replaceAll("[(（\\[【].*$", "");
        return BY_HEADER.get(plain);
    }
}
