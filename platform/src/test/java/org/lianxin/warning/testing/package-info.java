@NullMarked
package org.lianxin.warning.testing;

import org.jspecify.annotations.NullMarked;
