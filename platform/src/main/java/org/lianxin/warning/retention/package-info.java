/** What ends when: content 90 days after closing, then a skeleton without content for three years (rules RE). */
@NullMarked
package org.lianxin.warning.retention;

import org.jspecify.annotations.NullMarked;
