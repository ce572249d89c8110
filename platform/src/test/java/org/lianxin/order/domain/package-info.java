@NullMarked
package org.lianxin.order.domain;

import org.jspecify.annotations.NullMarked;
