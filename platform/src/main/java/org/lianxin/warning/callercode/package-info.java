/** 核验码: what lets a citizen prove in ten seconds that a caller is genuine. Rules WA-30 to WA-36. */
@NullMarked
package org.lianxin.warning.callercode;

import org.jspecify.annotations.NullMarked;
