@NullMarked
package org.lianxin.notification.sending;

import org.jspecify.annotations.NullMarked;
