/** The supervisor against real processes. */
@NullMarked
package org.lianxin.runtime.postgres;

import org.jspecify.annotations.NullMarked;
