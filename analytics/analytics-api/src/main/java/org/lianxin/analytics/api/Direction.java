package org.lianxin.analytics.api;

/** Forward: where did the money go? Backward: where did it come from (the same rule on the mirrored case)? */
public enum Direction {
    FORWARD,
    BACKWARD
}
