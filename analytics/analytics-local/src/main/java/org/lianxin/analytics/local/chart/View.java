package org.lianxin.analytics.local.chart;

import java.time.Instant;

/**
 * What of the flow is drawn.
 *
 * @param perLayer accounts drawn by themselves in each layer, those with most money first; the rest is one box
 * @param until transfers from this moment on are left out: a step of the flow over time
 */
public record View(int perLayer, Instant until) {
    /** All of the flow. */
    public static final View WHOLE = new View(16, Instant.MAX);

    public View {
        if (perLayer < 1 || perLayer > 200) {
            throw new IllegalArgumentException("A layer shows 1 to 200 accounts, not " + perLayer);
        }
    }
}
