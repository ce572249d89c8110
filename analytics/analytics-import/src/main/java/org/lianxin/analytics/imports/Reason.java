package org.lianxin.analytics.imports;

/** Why a row is not in the case. The words stand in quarantine.csv. */
enum Reason {
    ROW_TOO_LONG("row longer than 1 MB 单行过长"),
    QUOTE_NOT_CLOSED("quote not closed 引号未闭合"),
    TOO_MANY_COLUMNS("more than 256 columns 列数过多"),
    TOO_FEW_COLUMNS("fewer columns than the header 列数少于表头"),
    NOT_TEXT("neither UTF-8 nor GB18030 编码无法识别"),
    TIME("time not understood 时间无法识别"),
    DURATION("duration not understood 通话时长无法识别"),
    NUMBER_MISSING("no number of caller or callee 缺少主叫或被叫号码"),
    AMOUNT("amount not understood 金额无法识别"),
    AMOUNT_NEGATIVE("negative amount 金额为负"),
    AMOUNT_FINER_THAN_CENT("amount finer than a cent 金额超过两位小数"),
    AMOUNT_TOO_LARGE("amount too large 金额过大"),
    MARK("debit or credit mark not understood 借贷标志无法识别"),
    ACCOUNT_MISSING("no account 缺少账号"),
    ACCOUNT_DAMAGED("account number damaged by a spreadsheet 账号被表格软件改为科学计数"),
    ACCOUNT_TOO_LONG("account longer than 200 characters 账号过长"),
    ID_TOO_LONG("transaction id longer than 200 characters 流水号过长"),
    OUTSIDE_COVER("outside the time the authority covers 超出授权时间范围"),
    ID_CONFLICT("transaction id used by a different transfer 流水号与另一笔不同交易重复"),
    SOURCE_CUT("the file ends in the middle: unpacking failed here 文件不完整，解压在此中断");

    private final String words;

    Reason(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
