/** How the service comes to life, on real databases. */
@NullMarked
package org.lianxin.runtime;

import org.jspecify.annotations.NullMarked;
