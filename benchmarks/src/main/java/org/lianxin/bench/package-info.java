/** Whole-process benchmarks against peers, with their data generators. */
@NullMarked
package org.lianxin.bench;

import org.jspecify.annotations.NullMarked;
