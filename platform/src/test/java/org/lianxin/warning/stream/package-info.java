@NullMarked
package org.lianxin.warning.stream;

import org.jspecify.annotations.NullMarked;
