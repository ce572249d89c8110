@NullMarked
package org.lianxin.organisation.access;

import org.jspecify.annotations.NullMarked;
