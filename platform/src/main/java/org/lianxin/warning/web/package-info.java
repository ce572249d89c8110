/** What the module says over HTTP: {@code /api/warning}. */
@NullMarked
package org.lianxin.warning.web;

import org.jspecify.annotations.NullMarked;
