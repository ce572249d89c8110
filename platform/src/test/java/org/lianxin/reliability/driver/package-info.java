/** What the killed service carries in addition: a source of orders and the bugs planted on purpose. */
@NullMarked
package org.lianxin.reliability.driver;

import org.jspecify.annotations.NullMarked;
