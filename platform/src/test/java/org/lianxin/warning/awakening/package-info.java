/** The content of the awakening room and the drawing of papers. */
@org.jspecify.annotations.NullMarked
package org.lianxin.warning.awakening;
