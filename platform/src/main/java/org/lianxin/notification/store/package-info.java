/** The outbox and what came of each message, on PostgreSQL. */
@NullMarked
package org.lianxin.notification.store;

import org.jspecify.annotations.NullMarked;
