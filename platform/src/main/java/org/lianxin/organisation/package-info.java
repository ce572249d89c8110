/**
 * 单位: units in five levels and partners, jurisdictions, staff and their posts, roles, duty, sign-in, client tokens.
 */
@ApplicationModule(allowedDependencies = {"shared", "audit", "place", "live"})
@NullMarked
package org.lianxin.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
