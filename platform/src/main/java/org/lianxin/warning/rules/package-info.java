/** 分级规则: versions of the triage rules, tried on history before they go live. */
@NullMarked
package org.lianxin.warning.rules;

import org.jspecify.annotations.NullMarked;
