/** The view of a case in a real browser: tests only, so that the engine builds without one. */
@NullMarked
package org.lianxin.analytics.story;

import org.jspecify.annotations.NullMarked;
