package org.lianxin.analytics.local.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where boxes and bands lie: layers in columns from left to right, heights by money. The same flow gives the same picture. */
final class Picture {
    static final int COLUMN = 260;
    static final int BOX = 14;
    static final int TOP = 48;
    static final int LEFT = 24;
    private static final int GAP = 16;
    private static final double TALLEST = 620;
    private static final double LEAST = 2;

    private final Map<String, Place> places = new LinkedHashMap<>();
    private final List<Curve> curves = new ArrayList<>();
    private int columns = 1;
    private double bottom = TOP;

    /** Where a box lies. */
    record Place(Flows.Box box, double x, double y, double height) {}

    /** A band from the right side of one box to the left side of another. */
    record Curve(Flows.Band band, double fromX, double fromY, double toX, double toY, double width) {}

    Picture(Flows flows) {
        var byColumn = new LinkedHashMap<Integer, List<Flows.Box>>();
        flows.boxes()
                .forEach(box -> byColumn.computeIfAbsent(box.layer(), fresh -> new ArrayList<>())
                        .add(box));
        long most = byColumn.values().stream()
                .mapToLong(boxes -> boxes.stream().mapToLong(Flows.Box::cents).sum())
                .max()
                .orElse(0);
        double scale = TALLEST / Math.max(1, most);
        byColumn.forEach((column, boxes) -> {
            columns = Math.max(columns, column + 1);
            double y = TOP;
            for (var box : boxes) {
                double height = Math.max(LEAST, box.cents() * scale);
                places.put(box.key(), new Place(box, LEFT + (double) column * COLUMN, y, height));
                y += Math.max(height, GAP) + GAP;
            }
            bottom = Math.max(bottom, y);
        });
        curves(flows.bands(), scale);
    }

    private void curves(List<Flows.Band> bands, double scale) {
        var order = bands.stream()
                .sorted(Comparator.comparingDouble((Flows.Band band) -> y(band.from()))
                        .thenComparingDouble(band -> y(band.to()))
                        .thenComparing(Flows.Band::from)
                        .thenComparing(Flows.Band::to))
                .toList();
        var left = new HashMap<String, Double>();
        var taken = new HashMap<String, Double>();
        for (var band : order) {
            var from = places.get(band.from());
            var to = places.get(band.to());
            if (from != null && to != null) {
                double width = Math.max(0.5, band.cents() * scale);
                double out = left.merge(band.from(), width, Double::sum) - width / 2;
                double in = taken.merge(band.to(), width, Double::sum) - width / 2;
                curves.add(new Curve(band, from.x + BOX, from.y + out, to.x, to.y + in, width));
            }
        }
    }

    private double y(String key) {
        var place = places.get(key);
        return place == null ? 0 : place.y;
    }

    Iterable<Place> places() {
        return places.values();
    }

    List<Curve> curves() {
        return curves;
    }

    /** Where the cash lies; negative if none was taken out. */
    int cashColumn() {
        return places.containsKey(Flows.CASH) ? columns - 1 : -1;
    }

    int columns() {
        return columns;
    }

    int width() {
        return LEFT + columns * COLUMN;
    }

    int height() {
        return (int) Math.ceil(bottom) + GAP;
    }
}
