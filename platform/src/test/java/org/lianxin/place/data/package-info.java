/** Makes the data files of the place module from their sources. Run by hand when a source has a new edition. */
@NullMarked
package org.lianxin.place.data;

import org.jspecify.annotations.NullMarked;
