package org.lianxin.shared;

/** The five familiar steps of what rows a person may see. */
public enum DataScope {
    /** 全部. */
    ALL,
    /** 指定单位: the chosen units and all below each. */
    CHOSEN_UNITS,
    /** 本单位及下级. */
    UNIT_AND_BELOW,
    /** 本单位. */
    UNIT,
    /** 本人: only what an order of one's own points to. */
    OWN
}
