package org.lianxin.live.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianxin.live.LiveChanges.Change;
import org.lianxin.shared.DataScope;
import org.lianxin.shared.Role;
import org.lianxin.shared.UnitPath;
import org.lianxin.shared.Viewer;

@Tag("fast")
class ReachTest {

    private static final UnitPath CITY = new UnitPath("15.1505.");
    private static final UnitPath STATION = new UnitPath("15.1505.150581.");
    private static final UnitPath SIBLING = new UnitPath("15.15051.");

    private static Reach reach(DataScope scope, UnitPath... chosen) {
        UUID id = UUID.randomUUID();
        return Reach.of(new Viewer(id, id, "1", "某人", id, CITY, Set.of(Role.DISPATCHER), scope, List.of(chosen), id));
    }

    @Test
    void followsTheFiveScopes() {
        assertThat(reach(DataScope.ALL).covers(SIBLING)).isTrue();
        assertThat(reach(DataScope.UNIT_AND_BELOW).covers(STATION)).isTrue();
        assertThat(reach(DataScope.UNIT_AND_BELOW).covers(SIBLING)).isFalse();
        assertThat(reach(DataScope.UNIT).covers(CITY)).isTrue();
        assertThat(reach(DataScope.UNIT).covers(STATION)).isFalse();
        assertThat(reach(DataScope.OWN).covers(CITY)).isTrue();
        assertThat(reach(DataScope.OWN).covers(STATION)).isFalse();
        assertThat(reach(DataScope.CHOSEN_UNITS, SIBLING).covers(SIBLING)).isTrue();
        assertThat(reach(DataScope.CHOSEN_UNITS, SIBLING).covers(STATION)).isFalse();
    }

    @Test
    void moreThanAScreenfulOfOneKindBecomesOne() {
        List<Change> flood = IntStream.range(0, 21)
                .mapToObj(i -> new Change("order", "issued", "id" + i, CITY))
                .toList();
        assertThat(Coalescing.coalesce(flood)).containsExactly(new Change("order", "issued", Coalescing.MANY, CITY));
        assertThat(Coalescing.coalesce(flood.subList(0, 20))).hasSize(20);
    }

    @Test
    void theSameChangeTwiceIsToldOnce() {
        Change change = new Change("order", "issued", "id", CITY);
        assertThat(Coalescing.coalesce(List.of(change, change, change))).containsExactly(change);
    }
}
