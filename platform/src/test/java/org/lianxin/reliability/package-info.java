/**
 * R1 and R2: what was accepted is never lost and no deadline is missed, under kill -9 of the service, of PostgreSQL and of single
 * backends, and cut connections. The short form runs with the tests; {@code -Dreliability.kills=1000} makes it long.
 */
@NullMarked
package org.lianxin.reliability;

import org.jspecify.annotations.NullMarked;
