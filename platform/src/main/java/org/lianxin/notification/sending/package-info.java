/** From the outbox to the gateways and back: at most once without keys, exactly once with them. */
@NullMarked
package org.lianxin.notification.sending;

import org.jspecify.annotations.NullMarked;
