package io.weir.rxjava3;

import static io.weir.Operators.buffer;
import static io.weir.Operators.concatMap;
import static io.weir.Operators.filter;
import static io.weir.Operators.map;
import static io.weir.Operators.mergeMap;
import static io.weir.Operators.sample;
import static io.weir.Operators.switchMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.reactivex.rxjava3.annotations.BackpressureSupport;
import io.reactivex.rxjava3.annotations.CheckReturnValue;
import io.reactivex.rxjava3.annotations.SchedulerSupport;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import io.weir.IdentityOperator;
import io.weir.Operator;
import io.weir.Weir;
import io.weir.spi.Timer;
import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import io.weir.testkit.ThinAdapter;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RxJavaAdapterTest {
    private static final Duration PERIOD = Duration.ofSeconds(1);

    @Test
    void operatorsStandInAFlowable() {
        Flowable.range(1, 5)
                .compose(RxJavaAdapter.via(buffer(8)))
                .compose(RxJavaAdapter.via(filter((Integer item) -> item != 3)))
                .compose(RxJavaAdapter.via(mergeMap(2, (Integer item) -> Flowable.just(item, -item))))
                .test()
                .assertResult(1, -1, 2, -2, 4, -4, 5, -5);
    }

    @Test
    void innerStreamsThatAreKnownAtOnceAreWhatTheyAre() {
        IllegalStateException error = new IllegalStateException("known");
        Map<Integer, Flowable<String>> streams = Map.of(
                1, Flowable.just("one"), 2, Flowable.empty(), 3, Flowable.just("three"), 4, Flowable.error(error));
        for (Operator<Integer, String> operator : List.<Operator<Integer, String>>of(
                concatMap(streams::get), mergeMap(2, streams::get), switchMap(streams::get))) {
            Flowable.range(1, 4)
                    .compose(RxJavaAdapter.via(operator))
                    .test()
                    .assertValues("one", "three")
                    .assertError(error);
        }
    }

    @Test
    void aPieceOfRxJavaStandsInAPlainPipeline() {
        List<String> seen = Weir.range(1, 4)
                .via(buffer(8))
                .via(RxJavaAdapter.operator(
                        (Flowable<Integer> flowable) -> flowable.concatMap(i -> Flowable.just(i * 10))))
                .via(map(i -> i + "!"))
                .toList()
                .toCompletableFuture()
                .join();
        assertThat(seen).containsExactly("10!", "20!", "30!", "40!");
    }

    @Test
    void aPieceOfRxJavaSaysWhatItIs() {
        Operator<Integer, Integer> piece = RxJavaAdapter.operator(flowable -> flowable.map(i -> i));
        assertThat(piece).hasToString("operator(piece)");
        assertThat(piece.mostWaiting()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aPieceOfRxJavaIsStrictWithAPlainSubscriber() {
        TestSubscriber<Integer> subscriber = TestSubscriber.create();
        RxJavaAdapter.operator((Flowable<Integer> flowable) -> flowable.map(i -> i))
                .apply(Weir.range(1, 4))
                .subscribe(subscriber);
        subscriber.request(0);
        assertThat(subscriber.error())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3.9");
    }

    @Test
    void lateErrorsAboveAPieceOfRxJavaAreRxJavas() {
        List<Throwable> late = new ArrayList<>();
        RxJavaPlugins.setErrorHandler(late::add);
        RuntimeException error = new IllegalStateException("thrown by the callback");
        TestSubscriber<Integer> subscriber = TestSubscriber.create();
        buffer(8)
                .onDropped((item, why) -> {
                    throw error;
                })
                .andThen(RxJavaAdapter.operator((Flowable<Integer> flowable) -> flowable.map(i -> i)))
                .apply(Weir.range(1, 3))
                .subscribe(subscriber);
        try {
            subscriber.cancel();
            assertThat(late).hasSize(3).containsOnly(error);
        } finally {
            RxJavaPlugins.reset();
        }
    }

    @Test
    void anInvalidRequestEndsTheStream() {
        TestSource<Integer> source = new TestSource<>();
        TestSubscriber<Integer> subscriber = TestSubscriber.create();
        Flowable.fromPublisher(source).compose(RxJavaAdapter.via(buffer(8))).subscribe(subscriber);
        subscriber.request(-1);
        assertThat(subscriber.error()).isInstanceOf(IllegalArgumentException.class);
        assertThat(source.isCancelled()).isTrue();
    }

    @Test
    void aSchedulerIsLookedUpOnceForEachSubscription() {
        AtomicInteger lookups = new AtomicInteger();
        TestScheduler time = new TestScheduler();
        Timer timer = RxJavaAdapter.timer(() -> {
            lookups.incrementAndGet();
            return time;
        });
        Flowable<Long> sampled = Flowable.interval(400, TimeUnit.MILLISECONDS, time)
                .compose(RxJavaAdapter.via(sample(PERIOD).timer(timer)));
        assertThat(lookups).hasValue(0);
        var two = sampled.take(2).test();
        var one = sampled.take(1).test();
        time.advanceTimeBy(2, TimeUnit.SECONDS);
        two.assertResult(1L, 3L);
        one.assertResult(1L);
        assertThat(lookups).hasValue(2);
    }

    @Test
    void aTimerOnASchedulerDrivesAPlainPipeline() {
        TestScheduler time = new TestScheduler();
        TestSource<Integer> source = new TestSource<>();
        TestSubscriber<Integer> subscriber = TestSubscriber.requesting(5);
        sample(PERIOD).timer(RxJavaAdapter.timer(() -> time)).apply(source).subscribe(subscriber);
        source.send(1, 2);
        time.advanceTimeBy(1, TimeUnit.SECONDS);
        assertThat(subscriber.items()).containsExactly(2);
        subscriber.cancel();
        source.send(3);
        time.advanceTimeBy(5, TimeUnit.SECONDS);
        assertThat(subscriber.items()).containsExactly(2);
        assertThat(subscriber.breaches()).isEmpty();
    }

    @Test
    void publicMethodsCarryTheAnnotationsOfRxJavasOperators() {
        List<Method> methods = Arrays.stream(RxJavaAdapter.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .toList();
        assertThat(methods).hasSize(4);
        for (Method method : methods) {
            assertThat(annotations(method)).contains(CheckReturnValue.class, SchedulerSupport.class);
            if (!method.getName().equals("timer")) {
                assertThat(annotations(method)).contains(BackpressureSupport.class);
            }
        }
        assertThat(annotations(anOperatorOfRxJavas()))
                .contains(CheckReturnValue.class, SchedulerSupport.class, BackpressureSupport.class);
    }

    private static Method anOperatorOfRxJavas() {
        try {
            return Flowable.class.getMethod("onBackpressureLatest");
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Class<? extends Annotation>> annotations(Method method) {
        return Arrays.stream(method.getAnnotations())
                .<Class<? extends Annotation>>map(Annotation::annotationType)
                .toList();
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> RxJavaAdapter.via((IdentityOperator) null))
                .withMessage("operator must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> RxJavaAdapter.via((Operator<?, ?>) null))
                .withMessage("operator must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> RxJavaAdapter.operator(null))
                .withMessage("piece must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> RxJavaAdapter.operator((Flowable<Integer> flowable) -> flowable)
                        .apply(null))
                .withMessage("source must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> RxJavaAdapter.operator((Flowable<Integer> flowable) -> (Flowable<Integer>) null)
                        .apply(Flowable.just(1)))
                .withMessage("what the piece returned must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> RxJavaAdapter.timer(null))
                .withMessage("scheduler must not be null");
    }

    @Test
    void theAdapterIsThin() {
        ThinAdapter.assertThin();
    }
}
