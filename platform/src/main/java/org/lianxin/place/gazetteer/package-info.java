/** All divisions in plain arrays, their names, readings and look-up tables. */
@NullMarked
package org.lianxin.place.gazetteer;

import org.jspecify.annotations.NullMarked;
