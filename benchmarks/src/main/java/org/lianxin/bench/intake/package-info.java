/** How many signals a second are taken in, each durable before its answer; side by side with the peer. */
@NullMarked
package org.lianxin.bench.intake;

import org.jspecify.annotations.NullMarked;
