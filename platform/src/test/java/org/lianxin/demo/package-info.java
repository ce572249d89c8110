@NullMarked
package org.lianxin.demo;

import org.jspecify.annotations.NullMarked;
