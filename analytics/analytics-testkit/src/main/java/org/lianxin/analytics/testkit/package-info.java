/** One contract that every engine extends. */
@NullMarked
package org.lianxin.analytics.testkit;

import org.jspecify.annotations.NullMarked;
