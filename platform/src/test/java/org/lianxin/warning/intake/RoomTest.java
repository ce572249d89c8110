package org.lianxin.warning.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class RoomTest {

    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch leave = new CountDownLatch(1);

    private Integer stay() {
        entered.countDown();
        try {
            assertThat(leave.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return 1;
    }

    @Test
    void whoFindsNoRoomIsToldSoAndWhoComesAfterIsLetIn() throws Exception {
        Room room = new Room(1, 20);
        Thread inside = Thread.ofVirtual().start(() -> room.within(this::stay));
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();

        assertThatThrownBy(() -> room.within(() -> 2)).isInstanceOf(Busy.class);

        leave.countDown();
        inside.join();
        assertThat(room.within(() -> 3)).isEqualTo(3);
    }

    @Test
    void whoFailsLeavesTheRoomToo() {
        Room room = new Room(1, 0);
        assertThatThrownBy(() -> room.within(() -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(room.within(() -> 3)).isEqualTo(3);
    }

    @Test
    void whoHasPatienceIsLetInWhenThereIsRoom() throws Exception {
        Room room = new Room(1, 10_000);
        Thread inside = Thread.ofVirtual().start(() -> room.within(this::stay));
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
        Thread.ofVirtual().start(leave::countDown);

        assertThat(room.within(() -> 4)).isEqualTo(4);
        inside.join();
    }
}
