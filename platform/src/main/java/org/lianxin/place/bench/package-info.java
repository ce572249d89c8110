/** Texts as people write them, made from the divisions themselves, and the measure of how many are understood. */
@NullMarked
package org.lianxin.place.bench;

import org.jspecify.annotations.NullMarked;
