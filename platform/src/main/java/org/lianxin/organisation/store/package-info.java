/** What is kept of units, staff and sign-in. */
@NullMarked
package org.lianxin.organisation.store;

import org.jspecify.annotations.NullMarked;
