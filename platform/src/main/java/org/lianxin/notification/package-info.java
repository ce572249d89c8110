/**
 * 通知: phone, SMS and their receipts through an outbox; never loses, never repeats.
 */
@ApplicationModule(allowedDependencies = {"shared", "audit", "vault", "live", "organisation"})
@NullMarked
package org.lianxin.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
