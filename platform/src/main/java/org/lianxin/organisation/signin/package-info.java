/** Passwords, second factors, sessions, client tokens and the limits on guessing. */
@NullMarked
package org.lianxin.organisation.signin;

import org.jspecify.annotations.NullMarked;
