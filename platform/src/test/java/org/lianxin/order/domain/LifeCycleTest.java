package org.lianxin.order.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianxin.order.IssueOrder.Urgency;
import org.lianxin.order.domain.LifeCycle.Transition;
import org.lianxin.order.domain.Order.LadderRef;
import org.lianxin.order.domain.Order.Life;
import org.lianxin.order.domain.Order.Route;
import org.lianxin.order.domain.Order.Span;
import org.lianxin.order.domain.Order.Task;
import org.lianxin.shared.Role;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.UnitPath;
import org.lianxin.shared.Words;

/** Walks every pair of state and action. */
@Tag("fast")
class LifeCycleTest {

    private static final Path DRAWING = Path.of("../docs/order-life-cycle.md");
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final UUID HOLDER = UUID.randomUUID();
    private static final Party CENTRE = new Party(UUID.randomUUID(), new UnitPath("15.1505.150581.fz."));
    private static final Party STATION = new Party(UUID.randomUUID(), new UnitPath("15.1505.150581.01."));
    private static final Party COUNTY = new Party(UUID.randomUUID(), new UnitPath("15.1505.150581."));

    private static Order order(OrderState state, String kind, @Nullable UUID toStaff) {
        Instant due = NOW.plus(Duration.ofMinutes(30));
        Order issued = Order.issued(
                UUID.randomUUID(),
                "ZL-1",
                new Task(kind, "上门", null, new SubjectRef("warning", HOLDER), "c", Urgency.HIGH, 1),
                new Route(CENTRE, STATION, toStaff, null),
                new LadderRef("plain", 1),
                new Span(NOW, due));
        boolean signed = state != OrderState.ISSUED;
        boolean closed = !state.isOpen();
        return issued.with(new Life(
                state,
                due,
                signed ? HOLDER : null,
                signed ? NOW : null,
                null,
                List.of(),
                closed ? NOW : null,
                null,
                null,
                null,
                Set.of()));
    }

    private static Actor person(Party unit, Role role, UUID id) {
        return new Actor("某人", id, unit.unit(), unit.path(), Set.of(role));
    }

    private static final List<Actor> PEOPLE = List.of(
            person(STATION, Role.VISITING_OFFICER, HOLDER),
            person(STATION, Role.VISITING_OFFICER, UUID.randomUUID()),
            person(STATION, Role.UNIT_HEAD, UUID.randomUUID()),
            person(CENTRE, Role.WARNING_CLERK, UUID.randomUUID()),
            person(COUNTY, Role.DISPATCHER, UUID.randomUUID()),
            person(COUNTY, Role.WARNING_CLERK, UUID.randomUUID()));

    /** Who may do what of the table: one column per person of {@link #PEOPLE}. */
    private static boolean expected(Who who, OrderState state, int person) {
        return switch (who) {
            case TOLD -> state == OrderState.ISSUED && person <= 2;
            case HOLDER -> person == 0 || person == 2;
            case ISSUER -> person == 3 || person == 4;
            case GIVER -> true;
            case SERVICE -> false;
        };
    }

    @Test
    void everyPairOfStateAndActionIsOpenExactlyToThoseTheTableNames() {
        int open = 0;
        for (OrderState state : OrderState.values()) {
            for (OrderAction action : OrderAction.values()) {
                Optional<Transition> row = LifeCycle.find(state, action);
                for (int i = 0; i < PEOPLE.size(); i++) {
                    Optional<Reason> refusal = Acting.refusal(order(state, "task", null), action, PEOPLE.get(i), NOW);
                    boolean may = row.isPresent() && expected(row.get().who(), state, i);
                    assertThat(refusal.isEmpty())
                            .as("%s, %s, person %d: %s", state, action, i, refusal)
                            .isEqualTo(may);
                    refusal.ifPresent(LifeCycleTest::hasWords);
                    open += may ? 1 : 0;
                }
                assertThat(Acting.refusal(order(state, "task", null), action, Actor.service("job"), NOW)
                                .isEmpty())
                        .isEqualTo(row.isPresent());
            }
        }
        assertThat(open).isGreaterThan(30);
    }

    private static void hasWords(Reason reason) {
        for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            String key = "order.closed." + reason.key();
            assertThat(Words.say(language, key, reason.values().toArray())).isNotBlank();
        }
    }

    @Test
    void noPairIsInTheTableTwiceAndNothingLeavesAClosedState() {
        assertThat(LifeCycle.TABLE.stream()
                        .map(row -> row.from() + " " + row.action())
                        .distinct())
                .hasSameSizeAs(LifeCycle.TABLE);
        assertThat(LifeCycle.TABLE).allMatch(row -> row.from().isOpen());
    }

    @Test
    void or01_whereAPersonIsNamedNobodyElseSigns() {
        Order named = order(OrderState.ISSUED, "task", HOLDER);
        assertThat(Acting.refusal(named, OrderAction.SIGN, PEOPLE.get(0), NOW)).isEmpty();
        for (int other : new int[] {1, 2, 3, 4, 5}) {
            assertThat(Acting.refusal(named, OrderAction.SIGN, PEOPLE.get(other), NOW))
                    .isPresent();
        }
        assertThat(Acting.refusal(named, OrderAction.HAND_OVER, PEOPLE.get(2), NOW))
                .isEmpty();
    }

    @Test
    void or04_noExtensionAfterTheDeadline() {
        Order signed = order(OrderState.SIGNED, "task", null);
        Actor holder = PEOPLE.getFirst();
        assertThat(Acting.refusal(
                        signed,
                        OrderAction.ASK_EXTENSION,
                        holder,
                        signed.dueAt().minusMillis(1)))
                .isEmpty();
        assertThat(Acting.refusal(signed, OrderAction.ASK_EXTENSION, holder, signed.dueAt()))
                .hasValueSatisfying(reason -> assertThat(reason.key()).isEqualTo("deadline-passed"));
    }

    @Test
    void anOrderWithAFormOfItsOwnIsNotMetByHand() {
        for (String kind : List.of("call", "visit", "route")) {
            Optional<Reason> refusal =
                    Acting.refusal(order(OrderState.SIGNED, kind, null), OrderAction.MEET, PEOPLE.getFirst(), NOW);
            assertThat(refusal).isPresent();
            refusal.ifPresent(LifeCycleTest::hasWords);
        }
    }

    @Test
    void theDrawingInTheDocumentationIsTheTable() throws IOException {
        String drawn = drawing();
        if (Boolean.getBoolean("lianxin.draw")) {
            Files.writeString(DRAWING, drawn);
        }
        assertThat(Files.readString(DRAWING))
                .as("run this test with -Dlianxin.draw=true and commit the drawing")
                .isEqualTo(drawn);
    }

    private static String drawing() {
        List<String> lines = new ArrayList<>(List.of(
                "# The life of an order",
                "",
                "Written by `LifeCycleTest` from `org.lianxin.order.domain.LifeCycle`, the one table. Overdue is no state: it is a",
                "fact that stays (rule OR-05). Who may act is decided by OR-01 to OR-04, see [rules/OR.md](rules/OR.md).",
                "",
                "```mermaid",
                "stateDiagram-v2",
                "    [*] --> issued"));
        for (Transition row : LifeCycle.TABLE) {
            lines.add("    " + id(row.from()) + " --> " + id(row.to()) + ": "
                    + row.action().word());
        }
        for (OrderState state : OrderState.values()) {
            if (!state.isOpen()) {
                lines.add("    " + id(state) + " --> [*]");
            }
        }
        lines.addAll(List.of("```", "", "| from | action | to | event | who |", "|---|---|---|---|---|"));
        for (Transition row : LifeCycle.TABLE) {
            lines.add("| %s | %s | %s | %s | %s |"
                    .formatted(
                            row.from().word(),
                            row.action().word(),
                            row.to().word(),
                            row.event(),
                            row.who().name().toLowerCase(Locale.ROOT)));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String id(OrderState state) {
        return state.word().replace('-', '_');
    }
}
