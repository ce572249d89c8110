@NullMarked
package org.lianxin.warning.bulk;

import org.jspecify.annotations.NullMarked;
