package org.lianxin.shared;

/** What a person may be on duty as. No role inherits another's rights. The names are the glossary's. */
public enum Role {
    /** 预警劝阻员: works the queue of warnings, calls people. */
    WARNING_CLERK,
    /** 上门民警: goes and sees the person; sees only what an order gives. */
    VISITING_OFFICER,
    /** 指挥长: command; sees orders, ladders, alarms and the wallboard, no unmasked persons. */
    DISPATCHER,
    /** 单位负责人: numbers and orders of the unit, not persons. */
    UNIT_HEAD,
    /** 规则管理员: triage rules and ladders. */
    RULE_KEEPER,
    /** 隐私专员: the audit log, not content. */
    PRIVACY_OFFICER,
    /** 系统管理员: units, staff, sessions; no personal rows. */
    ADMINISTRATOR,
    /** 止付发起人. */
    STOP_PAYMENT_ISSUER,
    /** 止付审批人: never the same person as the issuer. */
    STOP_PAYMENT_APPROVER,
    /** 协作联络员: of a partner unit; sees its orders and, once signed for, what the rule gives a partner. */
    PARTNER_CONTACT
}
