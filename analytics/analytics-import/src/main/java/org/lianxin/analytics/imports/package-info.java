/** One pass from bytes to an indexed case folder. */
@NullMarked
package org.lianxin.analytics.imports;

import org.jspecify.annotations.NullMarked;
