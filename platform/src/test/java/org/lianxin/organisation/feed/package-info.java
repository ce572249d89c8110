@NullMarked
package org.lianxin.organisation.feed;

import org.jspecify.annotations.NullMarked;
