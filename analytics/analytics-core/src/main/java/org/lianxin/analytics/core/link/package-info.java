/** Joining accounts over what they share. */
@NullMarked
package org.lianxin.analytics.core.link;

import org.jspecify.annotations.NullMarked;
