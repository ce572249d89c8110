@NullMarked
package org.lianxin.warning.retention;

import org.jspecify.annotations.NullMarked;
