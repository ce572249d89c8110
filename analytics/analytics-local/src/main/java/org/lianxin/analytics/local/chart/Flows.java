package org.lianxin.analytics.local.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lianxin.analytics.api.AccountFlow;
import org.lianxin.analytics.api.FlowEdge;
import org.lianxin.analytics.api.TraceFinding;

/**
 * A traced flow as boxes and bands: in each layer the accounts with most money by themselves, the rest in one box, cash
 * at the right end. Ten thousand accounts make as many boxes as fit on a wall; each band knows its rows.
 */
public final class Flows {
    /** The box of the cash taken out. */
    static final String CASH = "@cash";

    private final TraceFinding trace;
    private final View view;
    private final Map<String, Integer> layers = new HashMap<>();
    private final Map<String, String> boxOf = new HashMap<>();
    private final List<FlowEdge> edges;

    private Flows(TraceFinding trace, View view) {
        this.trace = trace;
        this.view = view;
        edges = trace.edges().stream()
                .filter(edge -> edge.time().isBefore(view.until()))
                .toList();
        trace.accounts().forEach(flow -> layers.put(flow.account(), flow.layer()));
    }

    /** Boxes and bands of what was found. */
    public static Flows of(TraceFinding trace, View view) {
        var flows = new Flows(trace, view);
        flows.choose();
        return flows;
    }

    /**
     * Accounts drawn together.
     *
     * @param key an account, {@code @layer} for the rest of a layer, {@link #CASH}
     * @param accounts how many accounts it stands for
     * @param cents the larger of what comes in and what goes out
     */
    record Box(String key, int layer, int accounts, long cents) {}

    /** Money between two boxes. */
    record Band(String from, String to, long cents, int transfers) {}

    private void choose() {
        var money = new HashMap<String, Long>();
        for (var edge : edges) {
            money.merge(edge.to(), edge.taintCents(), Math::addExact);
            if (layerOf(edge.from()) == 0) {
                money.merge(edge.from(), edge.taintCents(), Math::addExact);
            }
        }
        var byLayer = new TreeMap<Integer, List<String>>();
        money.keySet().stream()
                .filter(account -> !account.isEmpty())
                .sorted(Comparator.comparingLong((String account) -> -money.getOrDefault(account, 0L))
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(account -> byLayer.computeIfAbsent(layerOf(account), fresh -> new ArrayList<>())
                        .add(account));
        byLayer.forEach((layer, accounts) -> {
            // a box for one account alone would say less than the account
            int alone = accounts.size() <= view.perLayer() + 1 ? accounts.size() : view.perLayer();
            for (int i = 0; i < accounts.size(); i++) {
                boxOf.put(accounts.get(i), i < alone ? accounts.get(i) : "@" + layer);
            }
        });
    }

    private int layerOf(String account) {
        return layers.getOrDefault(account, 0);
    }

    /** The box in which an account stands; cash is the empty account. */
    String boxOf(String account) {
        return account.isEmpty() ? CASH : boxOf.getOrDefault(account, account);
    }

    /** By layer, then most money first; cash last. */
    List<Box> boxes() {
        var in = new HashMap<String, Long>();
        var out = new HashMap<String, Long>();
        for (var edge : edges) {
            out.merge(boxOf(edge.from()), edge.taintCents(), Math::addExact);
            in.merge(boxOf(edge.to()), edge.taintCents(), Math::addExact);
        }
        var counts = new HashMap<String, Integer>();
        boxOf.values().forEach(key -> counts.merge(key, 1, Integer::sum));
        var keyLayer = new HashMap<String, Integer>();
        boxOf.forEach((account, key) -> keyLayer.put(key, layerOf(account)));
        var boxes = new ArrayList<Box>();
        counts.forEach((key, accounts) -> boxes.add(new Box(
                key,
                keyLayer.getOrDefault(key, 0),
                accounts,
                Math.max(in.getOrDefault(key, 0L), out.getOrDefault(key, 0L)))));
        if (in.containsKey(CASH)) {
            boxes.add(new Box(CASH, lastLayer() + 1, 0, in.getOrDefault(CASH, 0L)));
        }
        boxes.sort(Comparator.comparingInt(Box::layer)
                .thenComparing(box -> box.key().startsWith("@"))
                .thenComparing(Box::cents, Comparator.reverseOrder())
                .thenComparing(Box::key));
        return boxes;
    }

    private int lastLayer() {
        return boxOf.keySet().stream().mapToInt(this::layerOf).max().orElse(0);
    }

    /** Most money first. */
    List<Band> bands() {
        record Ends(String from, String to) {}
        var cents = new HashMap<Ends, Long>();
        var transfers = new HashMap<Ends, Integer>();
        for (var edge : edges) {
            var ends = new Ends(boxOf(edge.from()), boxOf(edge.to()));
            cents.merge(ends, edge.taintCents(), Math::addExact);
            transfers.merge(ends, 1, Integer::sum);
        }
        return cents.keySet().stream()
                .map(ends ->
                        new Band(ends.from, ends.to, cents.getOrDefault(ends, 0L), transfers.getOrDefault(ends, 0)))
                .sorted(Comparator.comparingLong(Band::cents)
                        .reversed()
                        .thenComparing(Band::from)
                        .thenComparing(Band::to))
                .toList();
    }

    /** The rows of a band, in order of time. */
    List<FlowEdge> rows(String from, String to) {
        return edges.stream()
                .filter(edge ->
                        boxOf(edge.from()).equals(from) && boxOf(edge.to()).equals(to))
                .toList();
    }

    /** Rows with the account on either side, in order of time. */
    List<FlowEdge> rowsOf(String account) {
        return edges.stream()
                .filter(edge -> edge.from().equals(account) || edge.to().equals(account))
                .toList();
    }

    /** Accounts by rank, those of a layer if it is not negative, those that contain the text. */
    List<AccountFlow> accounts(int layer, String text) {
        return trace.accounts().stream()
                .filter(flow -> layer < 0 || flow.layer() == layer)
                .filter(flow -> flow.account().contains(text))
                .toList();
    }
}
