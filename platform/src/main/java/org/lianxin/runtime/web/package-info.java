/** The pages of the web app, which come in the same jar. */
@NullMarked
package org.lianxin.runtime.web;

import org.jspecify.annotations.NullMarked;
