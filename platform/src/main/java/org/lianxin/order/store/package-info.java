/** Orders, their deadlines and their history on PostgreSQL. */
@NullMarked
package org.lianxin.order.store;

import org.jspecify.annotations.NullMarked;
