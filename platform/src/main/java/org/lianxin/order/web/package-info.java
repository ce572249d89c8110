/** Orders over HTTP: one order and what is done with it, inboxes, the board, ladders. */
@NullMarked
package org.lianxin.order.web;

import org.jspecify.annotations.NullMarked;
