/** The default engine: kernels in process. */
@NullMarked
package org.lianxin.analytics.local;

import org.jspecify.annotations.NullMarked;
