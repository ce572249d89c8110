package org.lianxin.place;

/** What a pair of coordinates is measured against. Points of different datums differ by some hundred metres in China. */
public enum Datum {
    /** What satellite receivers give. */
    WGS_84,
    /** 火星坐标: Amap, Tencent. */
    GCJ_02,
    /** Baidu. */
    BD_09
}
