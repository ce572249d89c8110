/** What units answer for, and one-time codes: rules without framework. */
@NullMarked
package org.lianxin.organisation.domain;

import org.jspecify.annotations.NullMarked;
