/** From free text to ranked divisions: segments, parses, reasons. */
@NullMarked
package org.lianxin.place.resolve;

import org.jspecify.annotations.NullMarked;
