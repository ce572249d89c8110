/** Units and staff from a workbook. */
@NullMarked
package org.lianxin.organisation.feed;

import org.jspecify.annotations.NullMarked;
