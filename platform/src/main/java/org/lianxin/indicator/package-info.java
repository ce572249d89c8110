/**
 * 指标: defined figures with their formula, period, unit and comparison. It only listens: facts of warnings come through
 * {@code warning.EpisodeFacts}, nothing goes back. Units are compared, people never: no fact names one. Law: Anti-Telecom-and-Online-Fraud
 * Law art. 34; Personal Information Protection Law art. 6; rules {@code docs/rules/IN.md}.
 */
@ApplicationModule(allowedDependencies = {"shared", "audit", "organisation", "warning"})
@NullMarked
package org.lianxin.indicator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
