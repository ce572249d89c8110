/** Messages whose fate is uncertain, and the simulator's handsets. */
@NullMarked
package org.lianxin.notification.web;

import org.jspecify.annotations.NullMarked;
