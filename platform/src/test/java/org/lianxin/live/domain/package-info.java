@NullMarked
package org.lianxin.live.domain;

import org.jspecify.annotations.NullMarked;
