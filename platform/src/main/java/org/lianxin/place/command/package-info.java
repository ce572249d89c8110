/** The command {@code ./lianxin place}: resolve a file of texts, measure the resolver. */
@NullMarked
package org.lianxin.place.command;

import org.jspecify.annotations.NullMarked;
