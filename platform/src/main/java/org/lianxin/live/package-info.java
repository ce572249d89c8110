/**
 * 实时: tells browsers that something changed. A row written in the transaction of the change, one ticker per node, server-sent
 * events that carry ids only.
 */
@ApplicationModule(allowedDependencies = {"shared", "audit"})
@NullMarked
package org.lianxin.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
