/** Pictures of a unit's figures, as a page and as a workbook. */
@NullMarked
package org.lianxin.indicator.board;

import org.jspecify.annotations.NullMarked;
