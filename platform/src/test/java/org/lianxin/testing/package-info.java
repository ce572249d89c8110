/** What the tests of all modules share. */
@NullMarked
package org.lianxin.testing;

import org.jspecify.annotations.NullMarked;
