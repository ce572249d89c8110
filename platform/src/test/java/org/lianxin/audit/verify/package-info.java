@NullMarked
package org.lianxin.audit.verify;

import org.jspecify.annotations.NullMarked;
