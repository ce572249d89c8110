/**
 * Place (地点): administrative divisions of China to village level with the history since 1981, the resolution of free
 * text to divisions, and points with their datum.
 *
 * <p>Words: a division (行政区划) has a code of 6, 9 or 12 digits; a past division is one that ended, with its
 * successors; a candidate is a division that a text may mean. No events in or out. Legal source of the codes: GB/T
 * 2260 and the statistical codes of the National Bureau of Statistics (2023).
 */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package org.lianxin.place;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
