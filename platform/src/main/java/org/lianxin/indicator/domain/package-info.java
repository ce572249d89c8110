/** Counts, units as a tree, what may be shown and what differs: pure. */
@NullMarked
package org.lianxin.indicator.domain;

import org.jspecify.annotations.NullMarked;
