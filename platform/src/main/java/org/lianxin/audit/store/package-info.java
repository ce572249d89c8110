/** How contexts are signed and entries written. */
@NullMarked
package org.lianxin.audit.store;

import org.jspecify.annotations.NullMarked;
