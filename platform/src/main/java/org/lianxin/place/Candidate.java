package org.lianxin.place;

/**
 * A division that a text may mean.
 *
 * @param code its code of 6, 9 or 12 digits
 * @param name its full name from the province down
 * @param score 0 to 1, how much of the text it explains and how exactly; equals have the same score
 * @param why a short reason in Chinese, such as 全名一致 or 旧名：1999 年前哲里木盟
 */
public record Candidate(String code, String name, double score, String why) {}
