@NullMarked
package org.lianxin.warning.web;

import org.jspecify.annotations.NullMarked;
