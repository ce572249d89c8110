/** Checks of the house itself: modules, architecture, sizes, words. */
@NullMarked
package org.lianxin.house;

import org.jspecify.annotations.NullMarked;
