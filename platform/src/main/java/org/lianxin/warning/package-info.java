/**
 * 预警: fraud signals, episodes, triage, routing, dissuasion, caller code, outcome. The person behind a warning is only ever a
 * possible victim. Law: Anti-Telecom-and-Online-Fraud Law arts. 5, 34.
 */
@ApplicationModule(
        allowedDependencies = {"shared", "audit", "vault", "place", "organisation", "order", "notification", "live"})
@NullMarked
package org.lianxin.warning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
