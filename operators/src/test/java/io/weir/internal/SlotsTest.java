package io.weir.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlotsTest {
    private final Slots<String> slots = new Slots<>();
    private final List<String> names =
            IntStream.range(0, 1_010).mapToObj(i -> "s" + i).toList(); // they are told apart by identity

    private void add(int from, int to) {
        IntStream.range(from, to).forEach(i -> slots.add(names.get(i)));
    }

    private List<String> all() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            String thing = slots.get(i);
            if (thing != null) {
                all.add(thing);
            }
        }
        return all;
    }

    @Test
    void oneNeedsOneSlot() {
        add(0, 1);
        assertThat(slots.size()).isEqualTo(1);
        assertThat(all()).containsExactly("s0");
    }

    @Test
    void whatIsAddedIsThereUntilItIsRemoved() {
        add(0, 50);
        assertThat(all()).hasSize(50).doesNotHaveDuplicates();
        slots.remove(names.get(0));
        slots.remove(names.get(7));
        slots.remove(names.get(49));
        assertThat(all()).hasSize(47).doesNotContain("s0", "s7", "s49");
    }

    @Test
    void whatIsNotThereIsRemovedWithoutEffect() {
        add(0, 5);
        slots.remove("another");
        assertThat(all()).hasSize(5);
    }

    @Test
    void slotsThatAreFreeAreUsedAgain() {
        add(0, 10);
        int size = slots.size();
        for (int i = 0; i < 1_000; i++) {
            slots.remove(names.get(i));
            add(10 + i, 11 + i);
        }
        assertThat(slots.size()).isEqualTo(size);
        assertThat(all()).hasSize(10).contains("s1009");
    }

    @Test
    void theyAreSearchedFromWhereOneWasFoundLast() {
        add(0, 4);
        slots.remove(names.get(1));
        slots.remove(names.get(2));
        add(4, 6);
        assertThat(all()).containsExactly("s0", "s4", "s5", "s3");
    }
}
