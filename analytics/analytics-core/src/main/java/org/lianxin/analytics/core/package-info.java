/**
 * Algorithms on plain arrays and mapped memory: no engine, no input or output. Transfers are numbered in order of
 * (time, transaction id), so that the number alone decides what came first; accounts are numbered densely.
 */
@NullMarked
package org.lianxin.analytics.core;

import org.jspecify.annotations.NullMarked;
