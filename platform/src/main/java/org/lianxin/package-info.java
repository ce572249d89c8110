/** The service: one module per package, one loop through all of them. */
@NullMarked
package org.lianxin;

import org.jspecify.annotations.NullMarked;
