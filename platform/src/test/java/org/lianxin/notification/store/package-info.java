@NullMarked
package org.lianxin.notification.store;

import org.jspecify.annotations.NullMarked;
