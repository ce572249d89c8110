@NullMarked
package org.lianxin.warning.file;

import org.jspecify.annotations.NullMarked;
