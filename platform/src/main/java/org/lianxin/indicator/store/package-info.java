/** Facts, their counts per day and unit, and frozen months. */
@NullMarked
package org.lianxin.indicator.store;

import org.jspecify.annotations.NullMarked;
