/** Who is told what: pure decisions about changes and streams. */
@NullMarked
package org.lianxin.live.domain;

import org.jspecify.annotations.NullMarked;
