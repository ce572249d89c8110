@NullMarked
package org.lianxin.notification.sip;

import org.jspecify.annotations.NullMarked;
