@NullMarked
package org.lianxin.notification.domain;

import org.jspecify.annotations.NullMarked;
