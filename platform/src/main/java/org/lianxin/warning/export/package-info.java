/** Lists as workbooks: up to fifty persons by one person for a purpose, more only when a second person agrees (decision 9). */
@NullMarked
package org.lianxin.warning.export;

import org.jspecify.annotations.NullMarked;
