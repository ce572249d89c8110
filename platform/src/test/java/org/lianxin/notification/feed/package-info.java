@NullMarked
package org.lianxin.notification.feed;

import org.jspecify.annotations.NullMarked;
