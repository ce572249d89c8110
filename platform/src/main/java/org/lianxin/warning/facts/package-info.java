/** What figures are told of warnings. */
@NullMarked
package org.lianxin.warning.facts;

import org.jspecify.annotations.NullMarked;
