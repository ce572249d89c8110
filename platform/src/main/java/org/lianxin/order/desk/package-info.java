/** What is done with orders: issuing, handling, the ladder; and how an order is shown. */
@NullMarked
package org.lianxin.order.desk;

import org.jspecify.annotations.NullMarked;
