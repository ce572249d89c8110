/** Facts in, findings out: records only. */
@NullMarked
package org.lianxin.analytics.api;

import org.jspecify.annotations.NullMarked;
