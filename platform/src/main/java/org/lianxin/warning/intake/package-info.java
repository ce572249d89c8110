/**
 * The one way in: signals by request, in batches or from files are checked, routed, joined, ranked and ordered in one
 * set-based transaction.
 */
@NullMarked
package org.lianxin.warning.intake;

import org.jspecify.annotations.NullMarked;
