/** The tree that makes tampering show, without database or framework. */
@NullMarked
package org.lianxin.audit.domain;

import org.jspecify.annotations.NullMarked;
