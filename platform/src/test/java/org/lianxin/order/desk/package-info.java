@NullMarked
package org.lianxin.order.desk;

import org.jspecify.annotations.NullMarked;
