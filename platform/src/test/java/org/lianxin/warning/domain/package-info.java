@NullMarked
package org.lianxin.warning.domain;

import org.jspecify.annotations.NullMarked;
