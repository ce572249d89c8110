@NullMarked
package org.lianxin.live.web;

import org.jspecify.annotations.NullMarked;
