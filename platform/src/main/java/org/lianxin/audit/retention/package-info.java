/** Runs the rules of retention; their terms are a dated table. */
@NullMarked
package org.lianxin.audit.retention;

import org.jspecify.annotations.NullMarked;
