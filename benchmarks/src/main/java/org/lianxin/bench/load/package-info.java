/** Sends requests at a chosen rate or as fast as they are answered, and says how long each took and what it cost. */
@NullMarked
package org.lianxin.bench.load;

import org.jspecify.annotations.NullMarked;
