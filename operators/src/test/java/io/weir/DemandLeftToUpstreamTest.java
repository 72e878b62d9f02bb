package io.weir;

import static io.weir.Operators.filter;
import static io.weir.Operators.latest;
import static io.weir.Operators.map;
import static io.weir.Operators.take;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.spi.StageState;
import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import io.weir.testkit.Threads;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;

/** Below a stage or a source of this library, map, filter and take leave it to that one to count the demand. */
class DemandLeftToUpstreamTest {
    private final TestSubscriber<Integer> subscriber = TestSubscriber.create();

    static List<Operator<Integer, Integer>> operators() {
        return List.of(
                map(item -> item),
                filter(item -> true),
                Operators.<Integer, Integer>map(item -> item).andThen(take(100)));
    }

    @ParameterizedTest
    @MethodSource("operators")
    void asManyItemsComeAsAreDemanded(Operator<Integer, Integer> operator) {
        operator.apply(Weir.range(0, 3)).subscribe(subscriber);
        assertThat(subscriber.items()).isEmpty();
        subscriber.request(2);
        assertThat(subscriber.items()).containsExactly(0, 1);
        subscriber.request(1);
        assertThat(subscriber.items()).containsExactly(0, 1, 2);
        assertThat(subscriber.isCompleted()).isTrue();
        assertThat(subscriber.breaches()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("operators")
    void aRequestThatIsNotPositiveEndsTheStreamOfASource(Operator<Integer, Integer> operator) {
        operator.apply(Weir.range(0, 3)).subscribe(subscriber);
        subscriber.request(1);
        subscriber.request(-7);
        assertThat(subscriber.items()).containsExactly(0);
        assertThat(subscriber.error())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("-7", "§3.9");
        assertThat(subscriber.breaches()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("operators")
    void aRequestThatIsNotPositiveEndsTheStreamOfAStageAndCancelsWhatIsAbove(Operator<Integer, Integer> operator) {
        TestSource<Integer> source = new TestSource<>();
        operator.apply(latest().apply(source)).subscribe(subscriber);
        subscriber.request(2);
        source.send(1);
        subscriber.onNext(item -> subscriber.request(0));
        source.send(2);
        assertThat(subscriber.items()).containsExactly(1, 2);
        assertThat(subscriber.error())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("0", "§3.9");
        assertThat(source.isCancelled()).isTrue();
        assertThat(subscriber.breaches()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("operators")
    void itSaysWhatIsStillDemanded(Operator<Integer, Integer> operator) {
        operator.apply(Weir.range(0, 100)).subscribe(subscriber);
        StageState stage = (StageState) subscriber.subscription();
        subscriber.onNext(item -> {
            if (item == 1) {
                assertThat(stage.demand()).isEqualTo(3);
                subscriber.request(4);
                assertThat(stage.demand()).isEqualTo(7);
            }
        });
        assertThat(stage.demand()).isZero();
        subscriber.request(4);
        assertThat(subscriber.items()).hasSize(8);
        assertThat(stage.demand()).isZero();
    }

    @ParameterizedTest
    @MethodSource("operators")
    void whatTheSubscriberAndAnotherThreadRequestInTheMiddleOfAnItemAddsUp(Operator<Integer, Integer> operator) {
        operator.apply(Weir.range(0, 100)).subscribe(subscriber);
        subscriber.onNext(item -> {
            if (item == 0) {
                subscriber.request(1);
                Threads.join(Threads.start(() -> subscriber.request(3)));
                subscriber.request(2);
            }
        });
        subscriber.request(1);
        assertThat(subscriber.items()).hasSize(7);
        Threads.join(Threads.start(() -> subscriber.request(2)));
        assertThat(subscriber.items()).hasSize(9);
        assertThat(subscriber.breaches()).isEmpty();
    }

    @Test
    void whatAFilterRejectsIsMadeUpFor() {
        Publisher<Integer> even =
                Operators.<Integer>filter(item -> item % 2 == 0).apply(Weir.range(0, 10));
        even.subscribe(subscriber);
        subscriber.request(2);
        assertThat(subscriber.items()).containsExactly(0, 2);
    }

    @Test
    void takeAsksForNoMoreThanItsLimitInAll() {
        TestSource<Integer> source = new TestSource<>();
        take(5).apply(Operators.<Integer, Integer>map(item -> item).apply(source))
                .subscribe(subscriber);
        subscriber.request(3);
        subscriber.request(4);
        subscriber.request(Long.MAX_VALUE);
        assertThat(source.requested()).isEqualTo(5);
        assertThat(((StageState) subscriber.subscription()).demand()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aMapperThatThrowsEndsTheStreamAndStopsTheSource() {
        IllegalStateException boom = new IllegalStateException("boom");
        Operators.<Integer, Integer>map(item -> {
                    if (item == 2) {
                        throw boom;
                    }
                    return item;
                })
                .apply(Weir.range(0, 10))
                .subscribe(subscriber);
        subscriber.request(Long.MAX_VALUE);
        assertThat(subscriber.items()).containsExactly(0, 1);
        assertThat(subscriber.error()).isSameAs(boom);
        assertThat(subscriber.breaches()).isEmpty();
    }

    @Test
    void anItemThatComesAfterTheCancellationIsDropped() {
        TestSubscriber.WithContext<Integer> cancelling = TestSubscriber.withContext(io.weir.spi.Timer.shared());
        Operators.<Integer, Integer>map(item -> {
                    cancelling.cancel();
                    return item;
                })
                .apply(Weir.range(7, 10))
                .subscribe(cancelling);
        cancelling.request(5);
        assertThat(cancelling.items()).isEmpty();
        assertThat(cancelling.drops().reasons()).containsExactly(DropReason.CANCELLED);
    }
}
