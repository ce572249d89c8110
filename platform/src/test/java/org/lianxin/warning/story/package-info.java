/** Work on warnings over HTTP, from the signal to the outcome, as signed-in people do it. */
@NullMarked
package org.lianxin.warning.story;

import org.jspecify.annotations.NullMarked;
