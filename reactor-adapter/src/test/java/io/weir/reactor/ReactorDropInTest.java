package io.weir.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.testkit.TestSubscriber;
import io.weir.testkit.differential.DropInSuite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Reactor's operators and ours, side by side. */
@ResourceLock("reactor.core.scheduler.Schedulers")
class ReactorDropInTest extends DropInSuite {
    ReactorDropInTest() {
        super(new ReactorLibrary(), ReactorRows.TABLE, Flux.class, ReactorRows.class);
    }

    @BeforeAll
    void letTimeBeVirtual() {
        VirtualTimeScheduler.getOrSet();
    }

    @AfterAll
    void letTimeBeRealAgain() {
        VirtualTimeScheduler.reset();
    }

    /** Reactor keeps items in queues of 8, or of a power of two; that does not show. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 9, 1_000})
    void capacityMeansTheSame(int capacity) {
        TestSubscriber<Integer> subscriber = TestSubscriber.create();
        Flux.range(1, capacity + 2).onBackpressureBuffer(capacity).subscribe(subscriber);
        subscriber.request(Long.MAX_VALUE);
        assertThat(subscriber.items()).hasSize(capacity);
    }
}
