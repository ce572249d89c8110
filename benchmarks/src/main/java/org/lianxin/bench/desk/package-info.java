/** The desk under clerks with years of warnings behind it: 1 million episodes, 10 million signals. */
@NullMarked
package org.lianxin.bench.desk;

import org.jspecify.annotations.NullMarked;
