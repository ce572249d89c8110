package org.lianxin.organisation.access;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * How long a stranger waits for "there is no such thing" when there is one elsewhere and when there is none. Asked in random order, so that
 * whatever else the machine does hits both alike; medians, so that a pause hits neither.
 */
final class AnswerTimes {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern FIRST_VARIABLE = Pattern.compile("\\{[^}]+}");
    private static final int ROUNDS = 40;
    private static final int WARM_UP = 10;
    private static final double RATIO = 2;
    private static final long NOISE_MICROS = 2_000;

    private final Population population;
    private final String address;
    private final List<Endpoint> endpoints;
    private final Random random = new Random(7);

    AnswerTimes(Population population, String address, AccessTable table) {
        this.population = population;
        this.address = address;
        this.endpoints = table.list().stream()
                .filter(row -> !row.relation().equals("none"))
                .map(Endpoint::of)
                .toList();
    }

    /** Medians over all rounds. */
    record Compared(String endpoint, long foreignMicros, long missingMicros) {

        /** Whether somebody with patience could tell one from the other. */
        boolean tells() {
            long more = Math.max(foreignMicros, missingMicros);
            long less = Math.min(foreignMicros, missingMicros);
            return more > RATIO * less && more - less > NOISE_MICROS;
        }
    }

    /** Every endpoint about one thing, of which somebody else has some. */
    List<Compared> compare() {
        Map<String, Set<String>> kinds = foreignIdsByKind();
        List<Compared> compared = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            Set<String> foreign = kinds.getOrDefault(kind(endpoint), Set.of());
            if (endpoint.hasVariable() && !foreign.isEmpty()) {
                compared.add(compare(endpoint, List.copyOf(foreign)));
            }
        }
        return compared;
    }

    private Compared compare(Endpoint endpoint, List<String> foreign) {
        List<Long> there = new ArrayList<>();
        List<Long> missing = new ArrayList<>();
        for (int i = -WARM_UP; i < ROUNDS; i++) {
            boolean foreignFirst = random.nextBoolean();
            for (boolean isForeign : new boolean[] {foreignFirst, !foreignFirst}) {
                String id = isForeign
                        ? foreign.get(Math.floorMod(i, foreign.size()))
                        : UUID.randomUUID().toString();
                long from = System.nanoTime();
                population.call(address, Population.STRANGER, endpoint, endpoint.path(id));
                long micros = (System.nanoTime() - from) / 1_000;
                if (i >= 0) {
                    (isForeign ? there : missing).add(micros);
                }
            }
        }
        return new Compared(endpoint.toString(), median(there), median(missing));
    }

    /** What somebody who sees everything finds and the stranger does not, by the address of such things. */
    private Map<String, Set<String>> foreignIdsByKind() {
        Set<String> ids = new LinkedHashSet<>();
        endpoints.stream()
                .filter(each -> each.isRead() && !each.hasVariable())
                .forEach(each -> ids.addAll(listed(each)));
        Map<String, Set<String>> kinds = new LinkedHashMap<>();
        for (Endpoint endpoint : endpoints) {
            Set<String> found = kinds.computeIfAbsent(kind(endpoint), kind -> new LinkedHashSet<>());
            if (endpoint.isRead() && endpoint.hasVariable()) {
                ids.stream()
                        .filter(id -> isFound(Population.EVERYTHING, endpoint, id)
                                && !isFound(Population.STRANGER, endpoint, id))
                        .forEach(found::add);
            }
        }
        endpoints.stream()
                .filter(each -> each.isRead() && kinds.containsKey(each.pattern() + "/"))
                .forEach(each ->
                        Objects.requireNonNull(kinds.get(each.pattern() + "/")).addAll(listed(each)));
        return kinds;
    }

    private Set<String> listed(Endpoint list) {
        Set<String> ids = ids(Population.EVERYTHING, list);
        ids.removeAll(ids(Population.STRANGER, list));
        return ids;
    }

    private Set<String> ids(String caller, Endpoint endpoint) {
        Set<String> ids = new LinkedHashSet<>();
        String body =
                population.call(address, caller, endpoint, endpoint.pattern()).body();
        ID.matcher(body).results().forEach(found -> ids.add(found.group()));
        return ids;
    }

    private boolean isFound(String caller, Endpoint endpoint, String id) {
        return population.call(address, caller, endpoint, endpoint.path(id)).status() == 200;
    }

    /** The address up to the first variable: {@code /api/order/orders/}. */
    private static String kind(Endpoint endpoint) {
        return FIRST_VARIABLE.split(endpoint.pattern(), 2)[0];
    }

    private static long median(List<Long> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }
}
