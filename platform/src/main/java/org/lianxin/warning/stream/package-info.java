/**
 * 消息流: signals that arrive over Apache Kafka, through the same intake as all others; what cannot be taken lies in quarantine
 * (rules WA-60 to WA-65). Off unless configured.
 */
@NullMarked
package org.lianxin.warning.stream;

import org.jspecify.annotations.NullMarked;
