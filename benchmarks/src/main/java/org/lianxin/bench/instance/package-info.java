/** The processes that are measured: a throw-away instance of the service, and the peer. */
@NullMarked
package org.lianxin.bench.instance;

import org.jspecify.annotations.NullMarked;
