@NullMarked
package org.lianxin.organisation.domain;

import org.jspecify.annotations.NullMarked;
