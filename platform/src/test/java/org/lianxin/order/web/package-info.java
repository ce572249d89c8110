@NullMarked
package org.lianxin.order.web;

import org.jspecify.annotations.NullMarked;
