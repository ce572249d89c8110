package org.lianxin.analytics.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.lianxin.analytics.api.Direction;
import org.lianxin.analytics.api.Seed;
import org.lianxin.analytics.api.TraceRule;
import org.lianxin.analytics.api.TraceSpec;

/**
 * Small cases full of what goes wrong: parallel transfers, equal times, transfers to itself, nothing and huge amounts,
 * hubs, cash. The same seed gives the same case.
 */
public final class RandomEvidence {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final long HUGE = 8_999_999_999_999_999L;

    private final SplittableRandom random;
    private final int accounts;
    private final Evidence evidence;

    public RandomEvidence(long seed) {
        random = new SplittableRandom(seed);
        accounts = 2 + random.nextInt(12);
        int size = 1 + random.nextInt(70);
        int seconds = 1 + random.nextInt(random.nextBoolean() ? 10 : 5000);
        int kind = random.nextInt(4);
        var transfers = new ArrayList<Evidence.Transfer>();
        for (int i = 0; i < size; i++) {
            String from = account(random.nextInt(25) == 0);
            String to = account(random.nextInt(8) == 0);
            if (from.isEmpty() && to.isEmpty()) {
                to = "A0";
            }
            transfers.add(new Evidence.Transfer(
                    "T" + random.nextInt(10) + "-" + i,
                    from,
                    to,
                    START.plusSeconds(random.nextInt(seconds)),
                    cents(kind)));
        }
        evidence = new Evidence(transfers, shared(), opened());
    }

    /** Addresses and devices since some moment, holders since we do not know when. */
    private List<Evidence.Shared> shared() {
        var shared = new TreeMap<String, Evidence.Shared>();
        for (int i = random.nextInt(40); i > 0; i--) {
            String account = "A" + random.nextInt(accounts);
            String identifier = switch (random.nextInt(4)) {
                case 0 -> "ip:10.0.0." + random.nextInt(8);
                case 1 -> "holder:h" + random.nextInt(3);
                default -> "device:d" + random.nextInt(4);
            };
            var since = identifier.startsWith("holder") ? null : START.plusSeconds(random.nextInt(5000));
            shared.putIfAbsent(account + identifier, new Evidence.Shared(account, identifier, since));
        }
        return List.copyOf(shared.values());
    }

    private Map<String, Instant> opened() {
        var opened = new TreeMap<String, Instant>();
        for (int i = random.nextInt(accounts + 1); i > 0; i--) {
            opened.put("A" + random.nextInt(accounts), START.plusSeconds(random.nextInt(3000)));
        }
        return opened;
    }

    public Evidence evidence() {
        return evidence;
    }

    /** Random questions about it; none if no transfer can be a seed. */
    public List<TraceSpec> questions() {
        var specs = new ArrayList<TraceSpec>();
        var possible = evidence.transfers().stream()
                .filter(transfer -> !transfer.from().equals(transfer.to()))
                .toList();
        if (possible.isEmpty()) {
            return specs;
        }
        for (var rule : TraceRule.values()) {
            for (var direction : Direction.values()) {
                var seeds = new ArrayList<Seed>();
                Instant from = START;
                Instant until = START.plusSeconds(random.nextBoolean() ? 6000 : random.nextInt(5000) + 1);
                for (int i = 1 + random.nextInt(3); i > 0; i--) {
                    var transfer = possible.get(random.nextInt(possible.size()));
                    boolean taken =
                            seeds.stream().anyMatch(seed -> seed.transactionId().equals(transfer.id()));
                    if (!taken && transfer.time().isBefore(until)) {
                        seeds.add(new Seed(
                                transfer.id(),
                                random.nextBoolean() ? Seed.WHOLE : random.nextLong(transfer.cents() + 1)));
                    }
                }
                specs.add(new TraceSpec(
                        seeds,
                        from,
                        until,
                        rule,
                        Duration.ofSeconds(random.nextInt(4000)),
                        1 + random.nextInt(10),
                        random.nextInt(4) == 0 ? 1 + random.nextInt(4) : 1000,
                        direction));
            }
        }
        return specs;
    }

    private String account(boolean cash) {
        return cash
                ? ""
                : "A" + (random.nextBoolean() ? random.nextInt(accounts) : random.nextInt(Math.min(3, accounts)));
    }

    private long cents(int kind) {
        return switch (random.nextInt(12)) {
            case 0 -> 0;
            case 1 -> kind == 0 ? HUGE - random.nextInt(1000) : 1;
            case 2 -> 1 + random.nextInt(3);
            default -> kind == 1 ? 1 + random.nextInt(5) : random.nextLong(1_000_000);
        };
    }
}
