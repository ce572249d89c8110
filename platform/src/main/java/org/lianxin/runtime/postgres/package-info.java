/** The PostgreSQL that comes with Lianxin and the supervisor that keeps it running. Plain Java. */
@NullMarked
package org.lianxin.runtime.postgres;

import org.jspecify.annotations.NullMarked;
