/** The stories, told by people in a real browser before the real service. */
@NullMarked
package org.lianxin.story;

import org.jspecify.annotations.NullMarked;
