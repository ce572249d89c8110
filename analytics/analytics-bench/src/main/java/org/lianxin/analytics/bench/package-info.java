/** {@code ./lianxin bench evidence}: the engine and its rivals on the same data in the same run. */
@NullMarked
package org.lianxin.analytics.bench;

import org.jspecify.annotations.NullMarked;
