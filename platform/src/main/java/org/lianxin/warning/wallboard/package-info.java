/** 大屏: what a whole unit sees at a glance; counts only, no person. */
@NullMarked
package org.lianxin.warning.wallboard;

import org.jspecify.annotations.NullMarked;
