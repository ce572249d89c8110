/** Warnings about invented people at real addresses of Tongliao, the same for the same seed: for tests, the demo and benchmarks. */
@NullMarked
package org.lianxin.warning.sample;

import org.jspecify.annotations.NullMarked;
