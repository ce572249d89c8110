package org.lianxin.place;

import org.jspecify.annotations.Nullable;

/**
 * One administrative division in use.
 *
 * @param code 6, 9 or 12 digits; provinces and cities are padded with zeros (150000, 150500)
 * @param name the official name alone, such as 珠斯花街道
 * @param fullName the names from the province down, such as 内蒙古自治区通辽市霍林郭勒市珠斯花街道
 * @param parentCode the division above, or null for a province
 */
public record Division(
        String code,
        String name,
        String fullName,
        DivisionLevel level,
        @Nullable String parentCode) {}
