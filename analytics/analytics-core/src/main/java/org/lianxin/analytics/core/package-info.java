/** Algorithms on plain arrays: no engine, no input or output. */
@NullMarked
package org.lianxin.analytics.core;

import org.jspecify.annotations.NullMarked;
