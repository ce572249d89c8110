package org.lianxin.order.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.lianxin.order.domain.Ladder;
import org.lianxin.order.domain.Ladder.Addressee;
import org.lianxin.order.domain.Ladder.Condition;
import org.lianxin.order.domain.Ladder.Effect;
import org.lianxin.order.domain.Ladder.Step;
import org.lianxin.order.domain.Order.LadderRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A version never changes, so those seen are kept; which are live is read again every second. */
@Repository
class JdbcLadderStore implements LadderStore {

    private static final String SELECT = """
            select l.id, l.version, l.name_zh, l.name_en, s.number, s.condition, s.after_seconds, s.effect, s.addressee, s.duty
            from "order".ladder l
            left join "order".ladder_step s on s.ladder = l.id and s.version = l.version
            """;

    private static final long FRESH_NANOS = 1_000_000_000L;

    private final JdbcClient jdbc;
    private final Map<LadderRef, Ladder> seen = new ConcurrentHashMap<>();
    private volatile @Nullable Live live;

    JdbcLadderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Live(List<Ladder> ladders, long readAtNanos) {}

    @Override
    public List<Ladder> live() {
        Live last = live;
        if (last == null || System.nanoTime() - last.readAtNanos > FRESH_NANOS) {
            last = new Live(read(jdbc.sql(SELECT + """
                            where l.version = (select max(m.version) from "order".ladder m where m.id = l.id)
                            order by l.id, s.number""")), System.nanoTime());
            live = last;
        }
        return last.ladders;
    }

    @Override
    public Optional<Ladder> findLive(String id) {
        return read(jdbc.sql(SELECT + """
                        where l.id = :id and l.version = (select max(m.version) from "order".ladder m where m.id = :id)""").param("id", id)).stream().findFirst();
    }

    @Override
    public Ladder get(LadderRef ref) {
        Ladder known = seen.get(ref);
        if (known == null) {
            known = read(jdbc.sql(SELECT + "where l.id = :id and l.version = :version")
                            .param("id", ref.id())
                            .param("version", ref.version()))
                    .getFirst();
            seen.put(ref, known);
        }
        return known;
    }

    @Override
    public boolean add(Ladder ladder, String madeBy) {
        live = null;
        int added = jdbc.sql("""
                        insert into "order".ladder (id, version, name_zh, name_en, made_by)
                        values (:id, :version, :zh, :en, :by) on conflict do nothing""")
                .param("id", ladder.id())
                .param("version", ladder.version())
                .param("zh", ladder.nameZh())
                .param("en", ladder.nameEn())
                .param("by", madeBy)
                .update();
        if (added == 1) {
            ladder.steps().forEach(step -> add(ladder, step));
        }
        return added == 1;
    }

    private void add(Ladder ladder, Step step) {
        jdbc.sql("""
                        insert into "order".ladder_step (
                            ladder, version, number, condition, after_seconds, effect, addressee, duty)
                        values (:ladder, :version, :number, :condition, :after, :effect, :addressee, :duty)""")
                .param("ladder", ladder.id())
                .param("version", ladder.version())
                .param("number", step.number())
                .param("condition", step.condition().name())
                .param("after", step.after().toSeconds())
                .param("effect", step.effect().name())
                .param("addressee", step.addressee().name())
                .param("duty", step.duty())
                .update();
    }

    private record Head(String id, int version, String nameZh, String nameEn) {}

    private static List<Ladder> read(JdbcClient.StatementSpec query) {
        Map<Head, List<Step>> ladders = new LinkedHashMap<>();
        query.query(row -> {
            Head head = new Head(
                    OrderRows.text(row, "id"),
                    row.getInt("version"),
                    OrderRows.text(row, "name_zh"),
                    OrderRows.text(row, "name_en"));
            List<Step> steps = ladders.computeIfAbsent(head, none -> new ArrayList<>());
            Step step = step(row);
            if (step != null) {
                steps.add(step);
            }
        });
        return ladders.entrySet().stream()
                .map(each -> new Ladder(
                        each.getKey().id(),
                        each.getKey().version(),
                        each.getKey().nameZh(),
                        each.getKey().nameEn(),
                        each.getValue()))
                .toList();
    }

    private static @Nullable Step step(ResultSet row) throws SQLException {
        String condition = row.getString("condition");
        if (condition == null) {
            return null;
        }
        return new Step(
                row.getInt("number"),
                Condition.valueOf(condition),
                Duration.ofSeconds(row.getLong("after_seconds")),
                Effect.valueOf(OrderRows.text(row, "effect")),
                Addressee.valueOf(OrderRows.text(row, "addressee")),
                row.getString("duty"));
    }
}
