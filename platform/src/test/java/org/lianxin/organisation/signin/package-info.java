@NullMarked
package org.lianxin.organisation.signin;

import org.jspecify.annotations.NullMarked;
