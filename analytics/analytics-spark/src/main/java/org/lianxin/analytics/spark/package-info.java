/** The only place that sees Apache Spark. */
@NullMarked
package org.lianxin.analytics.spark;

import org.jspecify.annotations.NullMarked;
