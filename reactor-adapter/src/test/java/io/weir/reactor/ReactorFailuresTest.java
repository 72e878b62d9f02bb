package io.weir.reactor;

import static io.weir.Operators.buffer;
import static io.weir.Operators.latest;
import static io.weir.Operators.mergeMap;
import static io.weir.Operators.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What goes wrong with operators of Reactor's, on the version that this is built with, and goes right with ours. */
class ReactorFailuresTest {
    private final TestSource<Integer> source = new TestSource<>();
    private final TestSource<String> sampler = new TestSource<>();

    private TestSubscriber<Integer> subscribe(Function<Flux<Integer>, ? extends Publisher<Integer>> operator) {
        TestSubscriber<Integer> subscriber = TestSubscriber.create();
        Flux.from(source).transform(operator::apply).subscribe(subscriber);
        return subscriber;
    }

    // -------------------------------------------------------------------------- sample emits what nobody asked for

    @Test
    void reactorsSampleEmitsItsLastItemWithoutDemand() {
        TestSubscriber<Integer> subscriber = subscribe(flux -> flux.sample(sampler));
        source.send(1);
        source.complete();
        assertThat(subscriber.items()).containsExactly(1);
        assertThat(subscriber.breaches()).containsExactly("onNext(1) without demand");
    }

    @Test
    void oursWaitsForDemandAtTheEnd() {
        TestSubscriber<Integer> subscriber = subscribe(ReactorAdapter.via(sample(sampler)));
        source.send(1);
        source.complete();
        assertThat(subscriber.items()).isEmpty();
        assertThat(subscriber.isEnded()).isFalse();
        subscriber.request(1);
        assertThat(subscriber.items()).containsExactly(1);
        assertThat(subscriber.isCompleted()).isTrue();
        assertThat(subscriber.breaches()).isEmpty();
    }

    @Test
    void reactorsSampleFailsWhenNobodyAsksInTime() {
        TestSubscriber<Integer> subscriber = subscribe(flux -> flux.sample(sampler));
        source.send(1);
        sampler.send("now");
        assertThat(subscriber.error()).hasMessageContaining("lack of requests");
    }

    @Test
    void oursWaitsForDemandAtTheEndOfAPeriod() {
        TestSubscriber<Integer> subscriber = subscribe(ReactorAdapter.via(sample(sampler)));
        source.send(1);
        sampler.send("now");
        assertThat(subscriber.isEnded()).isFalse();
        subscriber.request(1);
        assertThat(subscriber.items()).containsExactly(1);
    }

    @Test
    void reactorsSampleFirstEmitsWithoutDemand() {
        TestSubscriber<Integer> subscriber = subscribe(flux -> flux.sampleFirst(item -> Mono.never()));
        source.send(1);
        assertThat(subscriber.breaches()).containsExactly("onNext(1) without demand");
    }

    // -------------------------------------------------------------------------------------- bounds that are not kept

    @Test
    void aBufferOfReactorsWithATimeToLiveTakesMinusOneForAnythingGoes() {
        List<Integer> evicted = new ArrayList<>();
        subscribe(flux -> flux.onBackpressureBuffer(Duration.ofHours(1), -1, evicted::add));
        IntStream.range(0, 10_000).forEach(source::send);
        assertThat(evicted).isEmpty();
        assertThat(source.isCancelled()).isFalse();
    }

    @Test
    void oursRefusesIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> buffer(-1))
                .withMessage("buffer capacity must be at least 1, was -1");
    }

    @Test
    void aSinkOfReactorsRoundsItsCapacityUp() {
        assertThat(taken(Sinks.many().multicast().onBackpressureBuffer(3))).isEqualTo(8);
        assertThat(taken(Sinks.many().multicast().onBackpressureBuffer(1000))).isEqualTo(1024);
    }

    private static int taken(Sinks.Many<Integer> sink) {
        int taken = 0;
        while (sink.tryEmitNext(taken).isSuccess()) {
            taken++;
        }
        return taken;
    }

    @Test
    void oursIsExact() {
        for (int capacity : new int[] {3, 1000}) {
            List<Object> dropped = new ArrayList<>();
            subscribe(ReactorAdapter.via(buffer(capacity).dropNewest().onDropped((item, why) -> dropped.add(item))));
            IntStream.range(0, 2000).forEach(source::send);
            assertThat(dropped).hasSize(2000 - capacity);
        }
    }

    // ------------------------------------------------------------------------- what waits is forgotten when cancelled

    @Test
    void reactorsFlatMapSequentialForgetsToDiscard() {
        assertThat(discardedAtCancel(flux -> flux.flatMapSequential(ReactorFailuresTest::twice, 2)))
                .isEmpty();
    }

    @Test
    void oursDiscardsWhatWaits() {
        assertThat(discardedAtCancel(ReactorAdapter.via(mergeMap(2, ReactorFailuresTest::twice))))
                .containsExactly(1, 1, 2, 2);
    }

    private static Flux<Integer> twice(int item) {
        return Flux.just(item, item);
    }

    private static List<Object> discardedAtCancel(Function<Flux<Integer>, Flux<Integer>> operator) {
        List<Object> discarded = new ArrayList<>();
        TestSubscriber<Integer> subscriber = TestSubscriber.create();
        Flux.just(1, 2)
                .transform(operator)
                .doOnDiscard(Object.class, discarded::add)
                .subscribe(subscriber);
        subscriber.cancel();
        return discarded;
    }

    // --------------------------------------------------------------------------- the Context ends at a foreign
    // operator

    @Test
    void aForeignOperatorLosesReactorsContext() {
        assertThat(contextAbove(latest()::apply)).isEqualTo("lost");
    }

    @Test
    void oursKeepsItThroughTheAdapter() {
        assertThat(contextAbove(ReactorAdapter.via(latest()))).isEqualTo("kept");
    }

    private static String contextAbove(Function<Flux<String>, ? extends Publisher<String>> operator) {
        return Flux.deferContextual(context -> Flux.just(context.getOrDefault("key", "lost")))
                .transform(operator::apply)
                .contextWrite(context -> context.put("key", "kept"))
                .blockLast();
    }
}
