@NullMarked
package org.lianxin.bench.city;

import org.jspecify.annotations.NullMarked;
