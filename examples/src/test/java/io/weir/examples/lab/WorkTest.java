package io.weir.examples.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.spi.Cancellable;
import io.weir.spi.Timer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class WorkTest {
    private final Queue<Runnable> alarms = new ArrayDeque<>();
    private final Timer timer = new Timer() {
        @Override
        public long nanoTime() {
            return 0;
        }

        @Override
        public Cancellable schedule(Runnable task, Duration delay) {
            alarms.add(task);
            return () -> alarms.remove(task);
        }
    };
    private final Works works = new Works(timer, Duration.ofMillis(1));
    private final Arrival item = new Arrival("a");
    private final Collector<Arrival> collector = new Collector<>();

    @Test
    void sendsTheItemWhenItWasAskedForAndTheTimeIsOver() {
        works.on(item).subscribe(collector);
        assertThat(alarms).isEmpty();
        collector.request(1);
        collector.request(1);
        assertThat(collector.items).isEmpty();
        assertThat(works.inWork()).isEqualTo(1);

        alarms.remove().run();

        assertThat(alarms).isEmpty();
        assertThat(collector.items).containsExactly(item);
        assertThat(collector.completed).isTrue();
        assertThat(works.inWork()).isZero();
        assertThat(works.abandoned()).isZero();
    }

    @Test
    void workThatTakesNoTimeIsDoneAtOnce() {
        new Works(timer, Duration.ZERO).on(item).subscribe(collector);
        collector.request(1);

        assertThat(collector.items).containsExactly(item);
    }

    @Test
    void cancelledWorkIsAbandonedOnce() {
        works.on(item).subscribe(collector);
        collector.request(1);

        collector.cancel();
        collector.cancel();

        assertThat(alarms).isEmpty();
        assertThat(works.inWork()).isZero();
        assertThat(works.abandoned()).isEqualTo(1);
    }

    @Test
    void cancellingWhatIsDoneAbandonsNothing() {
        works.on(item).subscribe(collector);
        collector.request(1);
        alarms.remove().run();

        collector.cancel();

        assertThat(works.abandoned()).isZero();
    }

    @Test
    void aRequestThatIsNotPositiveFails() {
        works.on(item).subscribe(collector);
        collector.request(0);

        assertThat(collector.error).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("§3.9");
        assertThat(works.inWork()).isZero();
    }
}
