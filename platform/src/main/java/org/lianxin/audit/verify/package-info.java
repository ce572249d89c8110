/**
 * An independent check of the audit log: reads rows and recomputes everything by itself, trusting neither the service nor the
 * database's functions.
 */
@NullMarked
package org.lianxin.audit.verify;

import org.jspecify.annotations.NullMarked;
