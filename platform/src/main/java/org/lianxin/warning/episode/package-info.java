/** Work on episodes: lists, calls, caller codes, outcomes, routing, joining and parting. */
@NullMarked
package org.lianxin.warning.episode;

import org.jspecify.annotations.NullMarked;
