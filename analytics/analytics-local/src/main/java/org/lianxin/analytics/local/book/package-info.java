/** The lead book: what a case tells of each subject, on paper, with the rows it rests on. */
@NullMarked
package org.lianxin.analytics.local.book;

import org.jspecify.annotations.NullMarked;
