@NullMarked
package org.lianxin.audit.domain;

import org.jspecify.annotations.NullMarked;
