/** Endpoints of /api/audit. */
@NullMarked
package org.lianxin.audit.web;

import org.jspecify.annotations.NullMarked;
