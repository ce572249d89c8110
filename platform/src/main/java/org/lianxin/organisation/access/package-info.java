/** Who may call which endpoint: one table, one filter. */
@NullMarked
package org.lianxin.organisation.access;

import org.jspecify.annotations.NullMarked;
