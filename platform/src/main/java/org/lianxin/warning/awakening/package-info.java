/**
 * 唤醒室 (F4): a guided session about one open episode, for who does not believe the officer. One knowledge test, two specialists,
 * three categories of people, four steps. Voluntary: the law (Anti-Telecom-and-Online-Fraud Law art. 34) lets us dissuade, and
 * gives no power to hold anybody. The test scores a paper, never a person. Rules: docs/rules/AW.md.
 */
@NullMarked
package org.lianxin.warning.awakening;

import org.jspecify.annotations.NullMarked;
