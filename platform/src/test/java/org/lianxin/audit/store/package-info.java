@NullMarked
package org.lianxin.audit.store;

import org.jspecify.annotations.NullMarked;
