/** Shapes in the flow of money. */
@NullMarked
package org.lianxin.analytics.core.pattern;

import org.jspecify.annotations.NullMarked;
