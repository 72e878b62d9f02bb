package io.weir.internal;

import static io.weir.Operators.buffer;
import static io.weir.Operators.latest;
import static io.weir.Operators.mergeMap;
import static io.weir.Operators.sample;
import static io.weir.testkit.Drops.drop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.DropReason;
import io.weir.IdentityOperator;
import io.weir.Weir;
import io.weir.flatten.FlattenOptions;
import io.weir.spi.Probe;
import io.weir.testkit.Drops;
import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import io.weir.testkit.VirtualTimer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A probe throws what no stream can carry. The stream goes on all the same for those who go on. */
class FailingProbeTest {
    private static final NoClassDefFoundError FATAL = new NoClassDefFoundError("probe");

    private final TestSource<Integer> source = new TestSource<>();
    private final TestSubscriber<Integer> subscriber = TestSubscriber.create();
    private final Drops drops = new Drops();

    static Stream<IdentityOperator> whereItemsWait() {
        return Stream.of(buffer(3).probe(failingOn(1)), latest().probe(failingOn(1)));
    }

    private static Probe failingOn(int number) {
        return failingOn((Object item) -> item.equals(number));
    }

    private static Probe failingOn(Predicate<Object> items) {
        return new Probe() {
            @Override
            public void emitted(Object item) {
                if (items.test(item)) {
                    throw FATAL;
                }
            }
        };
    }

    private void subscribeTo(IdentityOperator operator) {
        operator.apply(source).subscribe(subscriber);
    }

    @ParameterizedTest
    @MethodSource("whereItemsWait")
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // it would go on for ever
    void theItemUsesUpItsDemand(IdentityOperator operator) {
        subscribeTo(operator);
        subscriber.request(1);
        assertThatThrownBy(() -> source.send(1)).isSameAs(FATAL);
        source.send(2);
        subscriber.request(1);
        assertThat(subscriber.items()).containsExactly(2);
    }

    @ParameterizedTest
    @MethodSource("whereItemsWait")
    void anInvalidRequestAfterItEndsTheStreamAtOnce(IdentityOperator operator) {
        subscribeTo(operator);
        subscriber.request(1);
        assertThatThrownBy(() -> source.send(1)).isSameAs(FATAL);
        subscriber.request(0);
        assertThat(subscriber.error()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noMoreIsEmittedThanWasRequestedThoughItFailsAmongItemsThatWaited() {
        subscribeTo(buffer(20).probe(failingOn(5)));
        for (int item = 1; item <= 20; item++) {
            source.send(item);
        }
        assertThatThrownBy(() -> subscriber.request(6)).isSameAs(FATAL);
        subscriber.request(1);
        assertThat(subscriber.items()).containsExactly(1, 2, 3, 4, 6, 7);
    }

    @Test
    void whatCameWhileItFailedIsNotLeftWaiting() {
        subscribeTo(buffer(3).probe(failingOn(2)));
        source.send(1, 2);
        subscriber.onNext(item -> {
            if (item == 1) {
                source.send(3);
            }
        });
        assertThatThrownBy(() -> subscriber.request(7)).isSameAs(FATAL);
        assertThat(subscriber.items()).containsExactly(1, 3);
    }

    @Test
    void oneThatFailsOnEachItemLeavesNoneWaiting() {
        int count = 100_000;
        AtomicBoolean failing = new AtomicBoolean(true);
        subscribeTo(buffer(count).probe(failingOn((Object item) -> failing.get())));
        for (int item = 1; item <= count; item++) {
            source.send(item);
        }
        assertThatThrownBy(() -> subscriber.request(Long.MAX_VALUE)).isSameAs(FATAL);
        failing.set(false);
        source.send(0);
        assertThat(subscriber.items()).containsExactly(0);
    }

    @Test
    void theItemIsDropped() {
        subscribeTo(buffer(3).onDropped(drops).probe(failingOn(1)));
        subscriber.request(1);
        assertThatThrownBy(() -> source.send(1)).isSameAs(FATAL);
        assertThat(drops.all()).containsExactly(drop(1, DropReason.FAILED));
    }

    @Test
    void whatComesFromWithinOnNextIsNotLeftWaitingThoughItFailsOnWhatWaits() {
        subscribeTo(buffer(3).onDropped(drops).probe(new Probe() {
            @Override
            public void waiting(long depth, long capacity) {
                throw FATAL;
            }
        }));
        subscriber.request(5);
        subscriber.onNext(item -> {
            if (item == 1) {
                assertThatThrownBy(() -> source.send(2)).isSameAs(FATAL);
                source.complete();
            }
        });
        assertThatThrownBy(() -> source.send(1)).isSameAs(FATAL);
        assertThat(subscriber.items()).containsExactly(1);
        assertThat(drops.all()).containsExactly(drop(2, DropReason.FAILED));
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @Test
    void aCancellationIsCarriedOutThoughItFailsOnThat() {
        subscribeTo(buffer(3).onDropped(drops).probe(new Probe() {
            @Override
            public void cancelled() {
                throw FATAL;
            }
        }));
        source.send(1);
        assertThatThrownBy(subscriber::cancel).isSameAs(FATAL);
        assertThat(source.isCancelled()).isTrue();
        assertThat(drops.all()).containsExactly(drop(1, DropReason.CANCELLED));
    }

    @Test
    void theEndIsSignalledThoughItFailsOnThat() {
        subscribeTo(buffer(3).probe(new Probe() {
            @Override
            public void completed() {
                throw FATAL;
            }
        }));
        assertThatThrownBy(source::complete).isSameAs(FATAL);
        assertThat(subscriber.isCompleted()).isTrue();
    }

    @Test
    void anInvalidRequestLeavesNothingWaitingThoughItFailsOnTheError() {
        subscribeTo(buffer(3).onDropped(drops).probe(new Probe() {
            @Override
            public void failed(Throwable error) {
                throw FATAL;
            }
        }));
        source.send(1);
        assertThatThrownBy(() -> subscriber.request(0)).isSameAs(FATAL);
        assertThat(subscriber.error()).isInstanceOf(IllegalArgumentException.class);
        assertThat(source.isCancelled()).isTrue();
        assertThat(drops.all()).containsExactly(drop(1, DropReason.FAILED));
    }

    @Test
    void aMapperThatFailsEndsTheStreamThoughItFailsOnTheDrop() {
        IllegalStateException error = new IllegalStateException("mapper");
        TestSubscriber<Object> receiver = TestSubscriber.create();
        FlattenOptions options = FlattenOptions.defaults().concurrency(1).probe(new Probe() {
            @Override
            public void dropped(Object item, DropReason reason) {
                throw FATAL;
            }
        });
        mergeMap(options, (Integer item) -> {
                    throw error;
                })
                .apply(source)
                .subscribe(receiver);
        assertThatThrownBy(() -> source.send(1)).isSameAs(FATAL);
        assertThat(source.isCancelled()).isTrue();
        assertThat(receiver.error()).isSameAs(error);
    }

    @Test
    void aSampleThatIsNotEmittedIsDropped() {
        TestSource<String> sampler = new TestSource<>();
        subscribeTo(sample(sampler).onDropped(drops).probe(failingOnDepth(0)));
        subscriber.request(1);
        source.send(1);
        assertThatThrownBy(() -> sampler.send("tick")).isSameAs(FATAL);
        assertThat(drops.all()).containsExactly(drop(1, DropReason.FAILED));
    }

    @Test
    void aSampleIsReplacedByANewerOneThoughItFailsOnTheirNumber() {
        TestSource<String> sampler = new TestSource<>();
        subscribeTo(sample(sampler).onDropped(drops).probe(failingOnDepth(1)));
        assertThatThrownBy(() -> source.send(1)).isSameAs(FATAL);
        sampler.send("tick");
        source.send(2);
        assertThatThrownBy(() -> sampler.send("tick")).isSameAs(FATAL);
        assertThat(drops.all()).containsExactly(drop(1, DropReason.SUPERSEDED));
        subscriber.request(1);
        assertThat(subscriber.items()).containsExactly(2);
    }

    private static Probe failingOnDepth(long failing) {
        return new Probe() {
            @Override
            public void waiting(long depth, long capacity) {
                if (depth == failing) {
                    throw FATAL;
                }
            }
        };
    }

    @Test
    void thePeriodsOfSampleGoOn() {
        VirtualTimer timer = new VirtualTimer();
        Duration second = Duration.ofSeconds(1);
        subscribeTo(sample(second).timer(timer).probe(failingOn(1)));
        subscriber.request(2);
        source.send(1);
        assertThatThrownBy(() -> timer.advance(second)).isSameAs(FATAL);
        source.send(2);
        timer.advance(second);
        assertThat(subscriber.items()).containsExactly(2);
    }

    @Test
    void anInnerStreamOfMergeMapIsAskedForMoreInThePlaceOfTheItem() {
        TestSource<Integer> inner = new TestSource<>();
        FlattenOptions options =
                FlattenOptions.defaults().concurrency(1).prefetch(1).probe(failingOn(1));
        mergeMap(options, (Integer item) -> inner).apply(source).subscribe(subscriber);
        subscriber.request(5);
        source.send(0);
        assertThatThrownBy(() -> inner.send(1)).isSameAs(FATAL);
        assertThat(inner.requested()).isEqualTo(2);
    }

    @Test
    void upstreamOfMergeMapIsAskedForMoreInThePlaceOfASingleItem() {
        FlattenOptions options = FlattenOptions.defaults().concurrency(1).probe(failingOn(1));
        mergeMap(options, (Integer item) -> Weir.just(item)).apply(source).subscribe(subscriber);
        subscriber.request(5);
        assertThatThrownBy(() -> source.send(1)).isSameAs(FATAL);
        assertThat(source.requested()).isEqualTo(2);
    }
}
