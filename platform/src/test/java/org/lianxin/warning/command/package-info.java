@NullMarked
package org.lianxin.warning.command;

import org.jspecify.annotations.NullMarked;
