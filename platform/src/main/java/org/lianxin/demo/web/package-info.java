/** What the demonstration says over HTTP: {@code /api/demo}. */
@NullMarked
package org.lianxin.demo.web;

import org.jspecify.annotations.NullMarked;
