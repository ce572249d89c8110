@NullMarked
package org.lianxin.indicator.story;

import org.jspecify.annotations.NullMarked;
