/** What a gateway is, and how long texts are cut. */
@NullMarked
package org.lianxin.notification.domain;

import org.jspecify.annotations.NullMarked;
