/** 话术: what is said on the phone, by scam type and belief; read from Markdown, by version, edited in the product. Rules SC. */
@NullMarked
package org.lianxin.warning.script;

import org.jspecify.annotations.NullMarked;
