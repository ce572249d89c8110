/** {@code ./lianxin warning import}: the same import as on the screen, from a shell. */
@NullMarked
package org.lianxin.warning.command;

import org.jspecify.annotations.NullMarked;
