package io.weir.overflow;

import static io.weir.Operators.drop;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.DropReason;
import io.weir.spi.StageState;
import io.weir.testkit.Drops;
import io.weir.testkit.Race;
import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class DropOperatorTest {
    private final TestSource<Integer> source = new TestSource<>();
    private final TestSubscriber<Integer> subscriber = TestSubscriber.create();
    private final Drops drops = new Drops();

    @Test
    void anItemWithoutDemandIsDropped() {
        drop().onDropped(drops).apply(source).subscribe(subscriber);
        source.send(1);
        subscriber.request(1);
        source.send(2, 3);
        subscriber.request(2);
        source.send(4);
        assertThat(subscriber.items()).containsExactly(2, 4);
        assertThat(drops.all())
                .containsExactly(Drops.drop(1, DropReason.NO_DEMAND), Drops.drop(3, DropReason.NO_DEMAND));
    }

    @Test
    void theDemandIsNeverNegativeForWhoeverLooks() {
        int items = 300_000;
        drop().apply(source).subscribe(subscriber);
        StageState stage = (StageState) subscriber.subscription();
        AtomicBoolean over = new AtomicBoolean();
        long[] least = {0};
        Race.between(
                () -> {
                    for (int i = 0; i < items; i++) {
                        subscriber.request(1);
                        source.send(i);
                    }
                    over.set(true);
                },
                () -> {
                    while (!over.get()) {
                        least[0] = Math.min(least[0], stage.demand());
                    }
                });
        assertThat(least[0]).isZero();
    }

    @Test
    void anErrorIsDeliveredAtOnce() {
        drop().apply(source).subscribe(subscriber);
        source.send(1);
        IllegalStateException error = new IllegalStateException("x");
        source.fail(error);
        assertThat(subscriber.error()).isSameAs(error);
    }

    @Test
    void nothingEverWaits() {
        assertThat(drop().mostWaiting()).isZero();
        assertThat(drop().named("d")).hasToString("drop().named(\"d\")");
    }
}
