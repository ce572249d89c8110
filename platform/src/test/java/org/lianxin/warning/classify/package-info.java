@NullMarked
package org.lianxin.warning.classify;

import org.jspecify.annotations.NullMarked;
