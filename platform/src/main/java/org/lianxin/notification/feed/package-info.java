/** Gateways: SMPP, and the simulator of demonstrations and tests. */
@NullMarked
package org.lianxin.notification.feed;

import org.jspecify.annotations.NullMarked;
