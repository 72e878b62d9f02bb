package io.weir.rxjava3;

import static io.weir.Operators.buffer;
import static io.weir.Operators.concatMap;
import static io.weir.Operators.latest;
import static io.weir.Operators.mergeMap;
import static io.weir.Operators.sample;
import static io.weir.Operators.switchMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.exceptions.UndeliverableException;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import io.weir.overflow.BufferOperator;
import io.weir.testkit.ProbeSuite;
import io.weir.testkit.TestSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

/** What the adapter for RxJava keeps. */
class KeptOnTheWayTest extends ProbeSuite<Way> {
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final String STRICT = "StrictSubscriber";

    KeptOnTheWayTest() {
        super(Way.THROUGH_THE_ADAPTER, Way.WITHOUT_IT, AssertionError.class);
    }

    @Override
    protected Stream<Probe<Way>> probes() {
        return Stream.of(
                new Probe<>("late errors of the source", KeptOnTheWayTest::lateErrorsOfTheSource),
                new Probe<>("late errors of callbacks", KeptOnTheWayTest::lateErrorsOfCallbacks),
                new Probe<>("late errors of inner streams", KeptOnTheWayTest::lateErrorsOfInnerStreams),
                new Probe<>("late errors above composed operators", KeptOnTheWayTest::lateErrorsAboveComposed),
                new Probe<>("hooks at assembly", KeptOnTheWayTest::assemblyHooks),
                new Probe<>("no strict subscriber, towards the source", KeptOnTheWayTest::nothingStrictAbove),
                new Probe<>("no strict subscriber, towards inner streams", KeptOnTheWayTest::nothingStrictInside),
                new Probe<>("the scheduler of timed operators", KeptOnTheWayTest::scheduler));
    }

    @AfterEach
    void resetPlugins() {
        RxJavaPlugins.reset();
    }

    // -------------------------------------------------------------------------------------------- late errors

    private static List<Throwable> undeliverable() {
        List<Throwable> errors = new ArrayList<>();
        RxJavaPlugins.setErrorHandler(error ->
                errors.add(error instanceof UndeliverableException undeliverable ? undeliverable.getCause() : error));
        return errors;
    }

    private static void lateErrorsOfTheSource(Way way) {
        List<Throwable> late = undeliverable();
        Throwable error = new IllegalStateException("sent by the source");
        TestSource<Integer> source = new TestSource<>();
        Flowable.fromPublisher(source).compose(way.via(buffer(8))).test().cancel();
        source.fail(error);
        assertThat(late).containsExactly(error);
    }

    private static void lateErrorsOfCallbacks(Way way) {
        List<Throwable> late = undeliverable();
        RuntimeException error = new IllegalStateException("thrown by the callback");
        Flowable.just(1).compose(way.via(throwing(error))).test(0).cancel();
        assertThat(late).containsExactly(error);
    }

    private static BufferOperator throwing(RuntimeException error) {
        return buffer(8).onDropped((item, why) -> {
            throw error;
        });
    }

    private static void lateErrorsOfInnerStreams(Way way) {
        List<Throwable> late = undeliverable();
        Throwable error = new IllegalStateException("sent by an inner stream");
        TestSource<Integer> inner = new TestSource<>();
        Flowable.just(1)
                .compose(way.via(mergeMap(2, (Integer i) -> Flowable.fromPublisher(inner))))
                .test()
                .cancel();
        inner.fail(error);
        assertThat(late).containsExactly(error);
    }

    private static void lateErrorsAboveComposed(Way way) {
        List<Throwable> late = undeliverable();
        RuntimeException error = new IllegalStateException("thrown by the callback of the topmost");
        Flowable.just(1, 2)
                .compose(way.via(throwing(error).andThen(concatMap(i -> Flowable.never()))))
                .test()
                .cancel();
        assertThat(late).containsExactly(error);
    }

    // ------------------------------------------------------------------------------------------------ the rest

    private static void assemblyHooks(Way way) {
        List<String> assembled = new ArrayList<>();
        RxJavaPlugins.setOnFlowableAssembly(flowable -> {
            assembled.add(flowable.toString());
            return flowable;
        });
        Flowable.just(1).compose(way.via(buffer(8).named("orders"))).map(i -> i).subscribe();
        assertThat(assembled).hasSize(3).element(1).isEqualTo("buffer(8).named(\"orders\")");
    }

    private static List<String> subscribers() {
        List<String> subscribers = new ArrayList<>();
        RxJavaPlugins.setOnFlowableSubscribe((flowable, subscriber) -> {
            subscribers.add(subscriber.getClass().getSimpleName());
            return subscriber;
        });
        return subscribers;
    }

    private static void nothingStrictAbove(Way way) {
        List<String> subscribers = subscribers();
        Flowable.just(1)
                .hide()
                .compose(way.via(buffer(8).andThen(latest())))
                .test()
                .assertResult(1);
        assertThat(subscribers).hasSizeGreaterThan(2).doesNotContain(STRICT);
    }

    private static void nothingStrictInside(Way way) {
        List<String> subscribers = subscribers();
        Flowable.just(1)
                .compose(way.via(concatMap((Integer i) -> Flowable.just(i).hide())))
                .compose(way.via(mergeMap(2, (Integer i) -> Flowable.just(i).hide())))
                .compose(way.via(switchMap((Integer i) -> Flowable.just(i).hide())))
                .test()
                .assertResult(1);
        assertThat(subscribers).hasSizeGreaterThan(7).doesNotContain(STRICT);
    }

    private static void scheduler(Way way) {
        TestScheduler time = new TestScheduler();
        Flowable<Long> assembledBefore =
                Flowable.interval(400, TimeUnit.MILLISECONDS, time).compose(way.via(sample(PERIOD)));
        RxJavaPlugins.setComputationSchedulerHandler(original -> time);
        var subscriber = assembledBefore.test();
        time.advanceTimeBy(2, TimeUnit.SECONDS);
        subscriber.assertValues(1L, 3L);
        subscriber.cancel();
    }
}
