package org.lianxin.warning.domain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is called first: the whole decision. Each rule gives a weight or is silent; the rank is their sum. */
public final class Triage {

    private Triage() {}

    /**
     * What the rules may look at: the signal, never the person.
     *
     * @param age of the newest signal when it came in
     * @param amountCents the highest stated, null when none was
     * @param vulnerabilities what sources stated, how many words
     * @param earlierSignals of the same episode
     */
    public record Facts(
            Level level,
            Duration age,
            boolean moneyMoving,
            @Nullable Long amountCents,
            int vulnerabilities,
            int earlierSignals) {}

    /** @param rank 0..100, the sum of the weights of what fired */
    public record Ranking(int rank, List<Fired> fired) {
        public Ranking {
            fired = List.copyOf(fired);
        }
    }

    public static Ranking rank(Facts facts, TriageParameters parameters) {
        List<Fired> fired = new ArrayList<>(6);
        Stream.of(
                        tr01Level(facts, parameters),
                        tr02Age(facts, parameters),
                        tr03MoneyMoving(facts, parameters),
                        tr04Amount(facts, parameters),
                        tr05Vulnerability(facts, parameters),
                        tr06Repeat(facts, parameters))
                .filter(each -> each.weight() > 0)
                .forEach(fired::add);
        return new Ranking(fired.stream().mapToInt(Fired::weight).sum(), fired);
    }

    static Fired tr01Level(Facts facts, TriageParameters p) {
        String level = facts.level().word();
        return new Fired("TR-01", p.weight("TR-01", level), level);
    }

    static Fired tr02Age(Facts facts, TriageParameters p) {
        long minutes = Math.max(0, facts.age().toMinutes());
        String step = minutes < 10 ? "10min" : minutes < 60 ? "1h" : minutes < 360 ? "6h" : "24h";
        int weight = minutes < 1_440 ? p.weight("TR-02", step) : 0;
        return new Fired("TR-02", weight, Duration.ofMinutes(minutes).toString());
    }

    static Fired tr03MoneyMoving(Facts facts, TriageParameters p) {
        return new Fired("TR-03", facts.moneyMoving() ? p.weight("TR-03", "moving") : 0, "moving");
    }

    static Fired tr04Amount(Facts facts, TriageParameters p) {
        Long cents = facts.amountCents();
        if (cents == null || cents <= 0) {
            return new Fired("TR-04", 0, "none");
        }
        String step = cents >= 50_000_000
                ? "500000yuan"
                : cents >= 10_000_000 ? "100000yuan" : cents >= 1_000_000 ? "10000yuan" : "stated";
        return new Fired("TR-04", p.weight("TR-04", step), Long.toString(cents));
    }

    static Fired tr05Vulnerability(Facts facts, TriageParameters p) {
        int stated = facts.vulnerabilities();
        return new Fired("TR-05", stated > 0 ? p.weight("TR-05", "stated") : 0, Integer.toString(stated));
    }

    static Fired tr06Repeat(Facts facts, TriageParameters p) {
        int weight = Math.min(p.weight("TR-06", "most"), facts.earlierSignals() * p.weight("TR-06", "each"));
        return new Fired("TR-06", weight, Integer.toString(facts.earlierSignals()));
    }
}
