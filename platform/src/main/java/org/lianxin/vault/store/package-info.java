/** Where keys rest. */
@NullMarked
package org.lianxin.vault.store;

import org.jspecify.annotations.NullMarked;
