@NullMarked
package org.lianxin.indicator.domain;

import org.jspecify.annotations.NullMarked;
