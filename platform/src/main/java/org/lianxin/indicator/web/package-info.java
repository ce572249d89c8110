/** Endpoints. */
@NullMarked
package org.lianxin.indicator.web;

import org.jspecify.annotations.NullMarked;
