@NullMarked
package org.lianxin.order.store;

import org.jspecify.annotations.NullMarked;
