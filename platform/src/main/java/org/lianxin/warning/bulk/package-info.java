/** 导入: a whole file of signals: dry run first, written in chunks that survive a crash, undone as a whole, given back marked. */
@NullMarked
package org.lianxin.warning.bulk;

import org.jspecify.annotations.NullMarked;
