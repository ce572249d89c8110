@NullMarked
package org.lianxin.warning.wallboard;

import org.jspecify.annotations.NullMarked;
