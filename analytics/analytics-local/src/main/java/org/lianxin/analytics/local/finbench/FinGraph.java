package org.lianxin.analytics.local.finbench;

import java.util.Map;

/** A snapshot in memory. */
record FinGraph(Map<Node, Nodes> nodes, Map<Relation, Edges> out, Map<Relation, Edges> in) {
    Nodes all(Node node) {
        return java.util.Objects.requireNonNull(nodes.get(node));
    }

    /** From the source's side. */
    Edges out(Relation relation) {
        return java.util.Objects.requireNonNull(out.get(relation));
    }

    /** From the target's side. */
    Edges in(Relation relation) {
        return java.util.Objects.requireNonNull(in.get(relation));
    }
}
