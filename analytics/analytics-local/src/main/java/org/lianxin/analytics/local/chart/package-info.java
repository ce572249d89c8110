/** The chart of the money: layers from left to right, as a picture and as pages of a small local web server. */
@NullMarked
package org.lianxin.analytics.local.chart;

import org.jspecify.annotations.NullMarked;
