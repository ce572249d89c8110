/** Tests of caller codes. */
@NullMarked
package org.lianxin.warning.callercode;

import org.jspecify.annotations.NullMarked;
