/** The telephone by SIP: two calls to the exchange of the house, joined by third-party call control (RFC 3725 flow III). */
@NullMarked
package org.lianxin.notification.sip;

import org.jspecify.annotations.NullMarked;
