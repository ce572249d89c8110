/** The life of an order and its ladder: pure decisions, rules OR-01 to OR-16 (docs/rules/OR.md). */
@NullMarked
package org.lianxin.order.domain;

import org.jspecify.annotations.NullMarked;
