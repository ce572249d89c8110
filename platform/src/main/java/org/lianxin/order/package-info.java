/**
 * 指令: what a unit or person is told to do, on what subject, by when; sign-for, ladder, hand-over. The shared heart.
 */
@ApplicationModule(allowedDependencies = {"shared", "audit", "organisation", "notification", "live"})
@NullMarked
package org.lianxin.order;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
