/**
 * The only place that sees Apache Spark: the engine for cases that are larger than a machine. Neither the service nor the
 * default engine is built with it.
 */
@NullMarked
package org.lianxin.analytics.spark;

import org.jspecify.annotations.NullMarked;
