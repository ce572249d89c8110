package org.lianxin.runtime;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many service processes work on one database.
 *
 * @param count how many to bring up, each in a process of its own below a parent that keeps the database; 1: this process is all
 * @param joined which node of a running installation this process is; none where it keeps the database itself
 */
record NodeOptions(int count, @Nullable Integer joined) {

    static final String NODES = "--nodes";
    static final String JOIN = "--join";
    private static final int MOST = 16;

    static NodeOptions of(Stamp stamp, Map<String, String> given) {
        String nodes = given.get(NODES);
        String join = given.get(JOIN);
        if (stamp == Stamp.PRODUCTION && (nodes != null || join != null)) {
            throw new StartRefused(
                    (nodes != null ? NODES : JOIN) + " is for the demo city",
                    "start ./lianxin run on each machine with the same LIANXIN_DATABASE_URL; see docs/how-to/run.md");
        }
        return new NodeOptions(nodes == null ? 1 : number(NODES, nodes), join == null ? null : number(JOIN, join));
    }

    private static int number(String option, String text) {
        if (text.matches("[0-9]{1,2}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MOST) {
            return Integer.parseInt(text);
        }
        throw new StartRefused("not a number of nodes: " + text, "give " + option + " a number from 1 to " + MOST);
    }

    /** This node's number; the first tells the sign-ins. */
    int number() {
        return joined == null ? 1 : joined;
    }

    /** Each node writes a log of its own. */
    String logName() {
        return joined == null ? "service.log" : "service-" + joined + ".log";
    }
}
