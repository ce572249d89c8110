package org.lianxin.analytics.local.book;

import org.lianxin.analytics.api.PatternKind;

/** What a pattern is called on paper. It names transfers, not people. */
final class PatternWords {
    private PatternWords() {}

    static String of(PatternKind kind) {
        return switch (kind) {
            case CYCLE -> "资金回流";
            case FAN_IN -> "集中转入";
            case FAN_OUT -> "分散转出";
            case PASS_THROUGH -> "快进快出";
            case FAN_IN_CASH_OUT -> "集中转入后取现";
            case LOOP -> "等额闭环";
            case DORMANT_THEN_ACTIVE -> "休眠后活跃";
            case CARDS_PASSED_ON -> "集中开户后异处使用";
        };
    }
}
