@NullMarked
package org.lianxin.warning.intake;

import org.jspecify.annotations.NullMarked;
