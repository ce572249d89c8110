package org.lianxin.reliability;

import java.time.Instant;

/** From a kill until the service accepted again. */
record Outage(String kind, Instant from, Instant back) {}
