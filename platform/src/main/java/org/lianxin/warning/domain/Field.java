package org.lianxin.warning.domain;

import java.util.List;

/**
 * What we understand of a source's columns. All other columns are kept as they came.
 *
 * @see Columns
 */
public enum Field {
    SOURCE_ID("sourceId", "预警编号", "编号", "预警id", "线索编号", "预警号", "流水号", "预警序号", "sourceid"),
    OCCURRED_AT("occurredAt", "预警时间", "时间", "预警日期", "发生时间", "推送时间", "下发时间", "预警产生时间", "occurredat"),
    NAME("name", "姓名", "被预警人", "被预警人姓名", "潜在受害人", "潜在受害人姓名", "当事人", "当事人姓名", "人员姓名", "name"),
    NATIONAL_ID("nationalId", "证件号码", "身份证", "身份证号", "身份证号码", "公民身份号码", "证件号", "nationalid"),
    PHONE("phone", "手机号码", "手机号", "手机", "联系电话", "电话", "电话号码", "联系方式", "被预警号码", "phone"),
    SCAM_TYPE("scamType", "诈骗类型", "诈骗类别", "案件类型", "类型", "预警类型", "诈骗手法", "涉诈类型", "scamtype"),
    LEVEL("level", "风险等级", "预警等级", "等级", "风险级别", "预警级别", "危险等级", "级别", "level"),
    AMOUNT("amount", "涉案金额", "金额", "涉及金额", "转账金额", "涉诈金额", "amount"),
    AMOUNT_CENTS("amountCents", "amountcents"),
    ADDRESS("address", "居住地", "居住地址", "现住址", "现住地址", "住址", "地址", "家庭住址", "常住地址", "address"),
    SOURCE("source", "数据来源", "来源", "预警来源", "线索来源", "推送单位", "source"),
    DESCRIPTION("description", "预警描述", "描述", "预警内容", "简要情况", "案情", "备注信息", "情况说明", "description"),
    MONEY_MOVING("moneyMoving", "是否转账", "正在转账", "转账中", "是否正在转账", "资金异动", "moneymoving"),
    VULNERABILITY("vulnerability", "弱势情形", "特殊情形", "特殊人群", "易受骗情形", "vulnerability");

    private final String json;
    private final String headers;

    Field(String json, String... headers) {
        this.json = json;
        this.headers = String.join(" ", headers);
    }

    /** The name in JSON. */
    public String json() {
        return json;
    }

    /** The header we print ourselves. */
    public String title() {
        return headers().getFirst();
    }

    /** Headers recognised, normalised, the most telling first. */
    List<String> headers() {
        return List.of(headers.split(" "));
    }

    /** Digits of these are names, never quantities: a spreadsheet number of more than 15 digits has lost some. */
    public boolean isNumberLike() {
        return this == AMOUNT || this == AMOUNT_CENTS || this == OCCURRED_AT;
    }
}
