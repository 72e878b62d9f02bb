package io.weir.examples.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.Weir;
import org.junit.jupiter.api.Test;

class ValveTest {
    private final Collector<Integer> collector = new Collector<>();

    @Test
    void letsAStreamThrough() {
        new Valve<>(Weir.range(1, 3)).subscribe(collector);
        collector.request(3);

        assertThat(collector.items).containsExactly(1, 2, 3);
        assertThat(collector.completed).isTrue();
    }

    @Test
    void nothingComesThroughOnceItIsShut() {
        Valve<Integer> valve = new Valve<>(Weir.range(1, 3));
        valve.subscribe(collector);
        collector.request(1);

        valve.shut();
        collector.request(2);

        assertThat(collector.items).containsExactly(1);
        assertThat(collector.completed).isFalse();
    }
}
