/**
 * What a warning is and what follows from it: pure rules, no Spring, no SQL, no JSON. Rules: {@code docs/rules/TR.md} (triage),
 * {@code docs/rules/WA.md} (joining, history, ladders, caller codes, outcomes).
 */
@NullMarked
package org.lianxin.warning.domain;

import org.jspecify.annotations.NullMarked;
