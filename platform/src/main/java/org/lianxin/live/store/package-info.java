/** The change table: written in the transaction of a change, read by one ticker per node. */
@NullMarked
package org.lianxin.live.store;

import org.jspecify.annotations.NullMarked;
