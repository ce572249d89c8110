@NullMarked
package org.lianxin.organisation;

import org.jspecify.annotations.NullMarked;
