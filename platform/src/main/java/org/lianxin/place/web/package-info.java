/** The endpoints under {@code /api/place}; public knowledge, no personal data. */
@NullMarked
package org.lianxin.place.web;

import org.jspecify.annotations.NullMarked;
