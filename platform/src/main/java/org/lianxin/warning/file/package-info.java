/** Reading what people upload, row by row, and giving it back with the bad cells marked. Knows spreadsheets, not warnings. */
@NullMarked
package org.lianxin.warning.file;

import org.jspecify.annotations.NullMarked;
