/** Invented people at real places of Tongliao, made from a seed: the same seed, the same people. */
@NullMarked
package org.lianxin.bench.city;

import org.jspecify.annotations.NullMarked;
