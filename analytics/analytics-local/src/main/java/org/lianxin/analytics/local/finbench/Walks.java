package org.lianxin.analytics.local.finbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Walks of at most three steps along edges whose times only go one way. */
final class Walks {
    static final int STEPS = 3;

    private Walks() {}

    /**
     * Accounts at each distance along ever later edges inside the interval, with the earliest time at which one can be
     * there: whoever is there earlier can do whatever somebody later can.
     */
    static List<Map<Integer, Long>> forward(Edges edges, int start, long from, long until) {
        var layers = new ArrayList<Map<Integer, Long>>();
        Map<Integer, Long> layer = Map.of(start, from);
        for (int step = 0; step < STEPS; step++) {
            var next = new HashMap<Integer, Long>();
            layer.forEach((node, moment) ->
                    edges.within(node, moment, until, (other, time, amount) -> next.merge(other, time, Math::min)));
            layers.add(next);
            layer = next;
        }
        return layers;
    }

    /** The same upstream: ever earlier edges, with the latest time at which one can have left. */
    static List<Map<Integer, Long>> upstream(Edges edges, int start, long from, long until) {
        var layers = new ArrayList<Map<Integer, Long>>();
        Map<Integer, Long> layer = Map.of(start, until);
        for (int step = 0; step < STEPS; step++) {
            var next = new HashMap<Integer, Long>();
            layer.forEach((node, moment) ->
                    edges.within(node, from, moment, (other, time, amount) -> next.merge(other, time, Math::max)));
            layers.add(next);
            layer = next;
        }
        return layers;
    }
}
