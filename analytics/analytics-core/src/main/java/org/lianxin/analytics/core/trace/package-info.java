/** Following money: one event loop, three rules. */
@NullMarked
package org.lianxin.analytics.core.trace;

import org.jspecify.annotations.NullMarked;
