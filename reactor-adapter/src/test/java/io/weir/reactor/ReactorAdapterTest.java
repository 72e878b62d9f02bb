package io.weir.reactor;

import static io.weir.Operators.buffer;
import static io.weir.Operators.concatMap;
import static io.weir.Operators.filter;
import static io.weir.Operators.latest;
import static io.weir.Operators.map;
import static io.weir.Operators.mergeMap;
import static io.weir.Operators.sample;
import static io.weir.Operators.switchMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.weir.IdentityOperator;
import io.weir.Operator;
import io.weir.Weir;
import io.weir.spi.Timer;
import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import io.weir.testkit.ThinAdapter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import reactor.core.CoreSubscriber;
import reactor.core.Scannable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

class ReactorAdapterTest {
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void operatorsStandInAFlux() {
        Flux.range(1, 5)
                .transform(ReactorAdapter.via(buffer(8)))
                .transform(ReactorAdapter.via(filter((Integer item) -> item != 3)))
                .transform(ReactorAdapter.via(mergeMap(2, (Integer item) -> Flux.just(item, -item))))
                .as(StepVerifier::create)
                .expectNext(1, -1, 2, -2, 4, -4, 5, -5)
                .verifyComplete();
    }

    @Test
    void theSupplierOfAnErrorIsCalledOnceForAnInnerStream() {
        AtomicInteger made = new AtomicInteger();
        Mono<String> failing = Mono.error(() -> new IllegalStateException("made " + made.incrementAndGet()));
        for (Operator<Integer, String> operator : List.<Operator<Integer, String>>of(
                concatMap(item -> failing), mergeMap(2, item -> failing), switchMap(item -> failing))) {
            made.set(0);
            Flux.just(1)
                    .transform(ReactorAdapter.via(operator))
                    .as(StepVerifier::create)
                    .verifyErrorMessage("made 1");
        }
    }

    @Test
    void innerStreamsThatAreKnownAtOnceAreWhatTheyAre() {
        IllegalStateException error = new IllegalStateException("known");
        Map<Integer, Flux<String>> streams =
                Map.of(1, Flux.just("one"), 2, Flux.empty(), 3, Flux.just("three"), 4, Flux.error(error));
        for (Operator<Integer, String> operator : List.<Operator<Integer, String>>of(
                concatMap(streams::get), mergeMap(2, streams::get), switchMap(streams::get))) {
            Flux.range(1, 4)
                    .transform(ReactorAdapter.via(operator))
                    .as(StepVerifier::create)
                    .expectNext("one", "three")
                    .verifyErrorSatisfies(failure -> assertThat(failure).isSameAs(error));
        }
    }

    @Test
    void aPieceOfReactorStandsInAPlainPipeline() {
        List<String> seen = Weir.range(1, 4)
                .via(buffer(8))
                .via(ReactorAdapter.operator((Flux<Integer> flux) -> flux.concatMap(i -> Mono.just(i * 10))))
                .via(map(i -> i + "!"))
                .toList()
                .toCompletableFuture()
                .join();
        assertThat(seen).containsExactly("10!", "20!", "30!", "40!");
    }

    @Test
    void aPieceOfReactorSaysWhatItIs() {
        Operator<Integer, Integer> piece = ReactorAdapter.operator(flux -> flux.map(i -> i));
        assertThat(piece).hasToString("operator(piece)");
        assertThat(piece.mostWaiting()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aPieceOfReactorIsStrictWithAPlainSubscriber() {
        TestSubscriber<Integer> subscriber = TestSubscriber.create();
        ReactorAdapter.operator((Flux<Integer> flux) -> flux.map(i -> i))
                .apply(Weir.range(1, 4))
                .subscribe(subscriber);
        subscriber.request(0);
        assertThat(subscriber.error())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3.9");
    }

    @Test
    void anInvalidRequestOfReactorsEndsTheStream() {
        TestSource<Integer> source = new TestSource<>();
        TestSubscriber<Integer> subscriber = TestSubscriber.create();
        Flux.from(source).transform(ReactorAdapter.via(buffer(8))).subscribe(subscriber);
        subscriber.request(-1);
        assertThat(subscriber.error()).isInstanceOf(IllegalArgumentException.class);
        assertThat(source.isCancelled()).isTrue();
    }

    /** Neither does Reactor's switchMap. */
    @Test
    void switchMapDoesNotHonourOnErrorContinue() {
        for (UnaryOperator<Flux<Integer>> operator : List.<UnaryOperator<Flux<Integer>>>of(
                flux -> flux.switchMap(ReactorAdapterTest::failing),
                flux -> flux.transform(ReactorAdapter.via(switchMap(ReactorAdapterTest::failing))),
                flux -> flux.switchMap(ReactorAdapterTest::failingInside),
                flux -> flux.transform(ReactorAdapter.via(switchMap(ReactorAdapterTest::failingInside))))) {
            operator.apply(Flux.just(1, 2))
                    .onErrorContinue((error, item) -> {})
                    .as(StepVerifier::create)
                    .verifyErrorMessage("failed on 1");
        }
    }

    private static Flux<Integer> failing(int item) {
        throw new IllegalStateException("failed on " + item);
    }

    private static Flux<Integer> failingInside(int item) {
        return Flux.error(new IllegalStateException("failed on " + item));
    }

    @Test
    void theConsumerOfOnErrorContinueMayFail() {
        Flux.just(1, 2)
                .transform(ReactorAdapter.via(map(ReactorAdapterTest::failing)))
                .onErrorContinue((error, item) -> {
                    throw new IllegalArgumentException("no good");
                })
                .as(StepVerifier::create)
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("no good"));
    }

    @Test
    void thePredicateOfOnErrorContinueMayFail() {
        for (UnaryOperator<Flux<Integer>> operator : List.<UnaryOperator<Flux<Integer>>>of(
                flux -> flux.transform(ReactorAdapter.via(concatMap(ReactorAdapterTest::failing))),
                flux -> flux.transform(ReactorAdapter.via(concatMap(ReactorAdapterTest::failingInside))),
                flux -> flux.transform(ReactorAdapter.via(mergeMap(2, ReactorAdapterTest::failingInside))))) {
            operator.apply(Flux.just(1, 2))
                    .onErrorContinue(
                            error -> {
                                throw new IllegalArgumentException("no good");
                            },
                            (error, item) -> {})
                    .as(StepVerifier::create)
                    .expectErrorMessage("no good")
                    .verify(PATIENCE);
        }
    }

    @Test
    void aSourceThatThrowsWhenItIsSubscribedToHasFailed() {
        for (boolean afterItems : new boolean[] {false, true}) {
            Flux<Integer> source = new Flux<>() {
                @Override
                public void subscribe(CoreSubscriber<? super Integer> subscriber) {
                    if (afterItems) {
                        subscriber.onSubscribe(Operators.emptySubscription());
                        subscriber.onNext(1);
                    }
                    throw new IllegalStateException("no subscription");
                }
            };
            TestSubscriber<Integer> subscriber = TestSubscriber.create();
            source.transform(ReactorAdapter.via(buffer(8))).subscribe(subscriber);
            subscriber.request(1);
            assertThat(subscriber.items()).hasSize(afterItems ? 1 : 0);
            assertThat(subscriber.error()).hasMessage("no subscription");
            assertThat(subscriber.breaches()).isEmpty();
        }
    }

    @Test
    void theHookForLastOperatorsSeesAPipelineOnce() {
        List<String> last = new ArrayList<>();
        Hooks.onLastOperator(publisher -> {
            last.add(Scannable.from(publisher).stepName());
            return publisher;
        });
        try {
            Flux.just(1)
                    .hide()
                    .transform(ReactorAdapter.via(buffer(8)
                            .andThen(ReactorAdapter.operator((Flux<Integer> flux) -> flux.filter(item -> true)))
                            .andThen(latest())))
                    .map(item -> item)
                    .subscribe();
        } finally {
            Hooks.resetOnLastOperator();
        }
        assertThat(last).containsExactly("map");
    }

    @Test
    void aFilterThatGoesOnAsksForAnotherItem() {
        TestSource<Integer> source = new TestSource<>();
        Flux<Integer> flux = Flux.from(source)
                .transform(ReactorAdapter.via(filter((Integer item) -> failing(item) != null)))
                .onErrorContinue((error, item) -> {});
        StepVerifier.create(flux, 1).then(() -> source.send(1)).thenCancel().verify();
        assertThat(source.requested()).isEqualTo(2);
    }

    @Test
    void aSchedulerIsLookedUpOnceForEachSubscription() {
        AtomicInteger lookups = new AtomicInteger();
        VirtualTimeScheduler time = VirtualTimeScheduler.create();
        Timer timer = ReactorAdapter.timer(() -> {
            lookups.incrementAndGet();
            return time;
        });
        List<Long> seen = new ArrayList<>();
        Flux<Long> sampled = Flux.interval(Duration.ofMillis(400), time)
                .transform(ReactorAdapter.via(sample(PERIOD).timer(timer)));
        assertThat(lookups).hasValue(0);
        sampled.take(2).subscribe(seen::add);
        sampled.take(1).subscribe(seen::add);
        time.advanceTimeBy(PERIOD.multipliedBy(2));
        assertThat(seen).containsExactly(1L, 1L, 3L);
        assertThat(lookups).hasValue(2);
    }

    @Test
    void withoutATimerOfItsOwnSampleRunsWhereReactorsDoes() {
        String thread = Flux.just(1)
                .concatWith(Flux.never())
                .transform(ReactorAdapter.via(sample(Duration.ofMillis(1))))
                .map(item -> Thread.currentThread().getName())
                .blockFirst(PATIENCE);
        assertThat(thread).startsWith("parallel-");
    }

    @Test
    void aTimerOnASchedulerDrivesAPlainPipeline() {
        VirtualTimeScheduler time = VirtualTimeScheduler.create();
        TestSource<Integer> source = new TestSource<>();
        TestSubscriber<Integer> subscriber = TestSubscriber.requesting(5);
        sample(PERIOD).timer(ReactorAdapter.timer(() -> time)).apply(source).subscribe(subscriber);
        source.send(1, 2);
        time.advanceTimeBy(PERIOD);
        assertThat(subscriber.items()).containsExactly(2);
        subscriber.cancel();
        long scheduled = time.getScheduledTaskCount();
        time.advanceTimeBy(PERIOD.multipliedBy(3));
        assertThat(time.getScheduledTaskCount()).as("after the end").isEqualTo(scheduled);
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> ReactorAdapter.via((IdentityOperator) null))
                .withMessage("operator must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> ReactorAdapter.via((Operator<?, ?>) null))
                .withMessage("operator must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> ReactorAdapter.operator(null))
                .withMessage("piece must not be null");
        assertThatNullPointerException()
                .isThrownBy(() ->
                        ReactorAdapter.operator((Flux<Integer> flux) -> flux).apply(null))
                .withMessage("source must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> ReactorAdapter.operator((Flux<Integer> flux) -> (Flux<Integer>) null)
                        .apply(Flux.just(1)))
                .withMessage("what the piece returned must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> ReactorAdapter.timer(null))
                .withMessage("scheduler must not be null");
    }

    @Test
    void theAdapterIsThin() {
        ThinAdapter.assertThin();
    }
}
