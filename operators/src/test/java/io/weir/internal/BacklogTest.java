package io.weir.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.testkit.Race;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BacklogTest {
    private static void fillsAndEmpties(IntFunction<Backlog<Integer>> newBacklog, int capacity) {
        Backlog<Integer> backlog = newBacklog.apply(capacity);
        assertThat(backlog.isEmpty()).isTrue();
        for (int i = 0; i < capacity; i++) {
            assertThat(backlog.hasRoom()).isTrue();
            backlog.put(i);
        }
        assertThat(backlog.hasRoom()).isFalse();
        assertThat(backlog.size()).isEqualTo(capacity);
        assertThat(backlog.take()).isZero();
        assertThat(backlog.hasRoom()).isTrue();
        backlog.put(capacity);
        for (int i = 1; i <= capacity; i++) {
            assertThat(backlog.take()).isEqualTo(i);
        }
        assertThat(backlog.take()).isNull();
        assertThat(backlog.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 1000, 1024, 1025, 70_000})
    void itHoldsExactlyItsCapacity(int capacity) {
        fillsAndEmpties(Backlog::of, capacity);
        fillsAndEmpties(Backlog::evicting, capacity);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 1000, 100_000})
    void evictingMakesRoomForOneHoweverLongItIsFull(int capacity) {
        Backlog<Integer> backlog = Backlog.evicting(capacity);
        int last = capacity + 300_000; // walking a full queue each time would take minutes
        for (int i = 0; i < last; i++) {
            if (!backlog.hasRoom()) {
                assertThat(backlog.evict()).isEqualTo(i - capacity);
            }
            backlog.put(i);
        }
        assertThat(backlog.size()).isEqualTo(capacity);
        assertThat(backlog.take()).isEqualTo(last - capacity);
    }

    @Test
    void theSizeIsNeverNegativeForWhoeverTakesOut() {
        int items = 300_000;
        CountedLinkedQueue<Integer> queue = new CountedLinkedQueue<>();
        int[] least = {0};
        Race.between(
                () -> {
                    for (int i = 0; i < items; i++) {
                        queue.add(i);
                    }
                },
                () -> {
                    for (int taken = 0; taken < items; ) {
                        taken += queue.poll() == null ? 0 : 1;
                        least[0] = Math.min(least[0], queue.size());
                    }
                });
        assertThat(least[0]).isZero();
    }

    @Test
    void whatIsHiddenIsOutOfSightUntilItIsRevealed() {
        Backlog<String> backlog = Backlog.of(4);
        backlog.putHidden("a");
        backlog.putHidden("b");
        assertThat(backlog.isEmpty()).isTrue();
        assertThat(backlog.size()).isZero();
        assertThat(backlog.take()).isNull();
        assertThat(backlog.sizeWithHidden()).isEqualTo(2);
        backlog.reveal();
        assertThat(backlog.size()).isEqualTo(2);
        assertThat(backlog.take()).isEqualTo("a");
    }

    @Test
    void whatWasEvictedWhileHiddenStaysGone() {
        Backlog<String> backlog = Backlog.evicting(1);
        backlog.putHidden("old");
        assertThat(backlog.evict()).isEqualTo("old");
        backlog.putHidden("new");
        assertThat(backlog.take()).isNull();
        backlog.reveal();
        assertThat(backlog.take()).isEqualTo("new");
    }
}
