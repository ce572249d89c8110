/**
 * 审计: the purpose of every personal read, row security from a signed per-transaction context, the tamper-evident log (RFC 6962).
 * Law: Personal Information Protection Law arts. 6, 51, 54.
 */
@ApplicationModule(allowedDependencies = {"shared", "vault"})
@NullMarked
package org.lianxin.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
