@NullMarked
package org.lianxin.warning.script;

import org.jspecify.annotations.NullMarked;
