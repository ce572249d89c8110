@NullMarked
package org.lianxin.live.store;

import org.jspecify.annotations.NullMarked;
