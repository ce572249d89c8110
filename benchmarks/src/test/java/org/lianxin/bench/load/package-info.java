@NullMarked
package org.lianxin.bench.load;

import org.jspecify.annotations.NullMarked;
