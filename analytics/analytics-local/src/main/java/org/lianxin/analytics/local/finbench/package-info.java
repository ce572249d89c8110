/** The reads of the LDBC Financial Benchmark, on its own snapshot: a yardstick, and no case. */
@NullMarked
package org.lianxin.analytics.local.finbench;

import org.jspecify.annotations.NullMarked;
