package io.weir.reactor;

import static io.weir.Operators.buffer;
import static io.weir.Operators.concatMap;
import static io.weir.Operators.drop;
import static io.weir.Operators.filter;
import static io.weir.Operators.latest;
import static io.weir.Operators.map;
import static io.weir.Operators.mergeMap;
import static io.weir.Operators.sample;
import static io.weir.Operators.switchMap;
import static io.weir.Operators.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.context.ContextRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.weir.Weir;
import io.weir.flatten.FlattenOptions;
import io.weir.overflow.BufferOperator;
import io.weir.testkit.ProbeSuite;
import io.weir.testkit.TestSource;
import io.weir.testkit.Threads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.Scannable;
import reactor.core.Scannable.Attr;
import reactor.core.observability.micrometer.Micrometer;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.scheduler.VirtualTimeScheduler;

/** What the adapter for Reactor keeps. */
class KeptOnTheWayTest extends ProbeSuite<Way> {
    private static final Duration PERIOD = Duration.ofSeconds(1);

    KeptOnTheWayTest() {
        super(Way.THROUGH_THE_ADAPTER, Way.WITHOUT_IT, Throwable.class);
    }

    @Override
    protected Stream<Probe<Way>> probes() {
        return Stream.of(
                new Probe<>("the Context, upstream", KeptOnTheWayTest::contextUpstream),
                new Probe<>("the Context, in inner streams", KeptOnTheWayTest::contextInInnerStreams),
                new Probe<>("the Context, through composed operators", KeptOnTheWayTest::contextThroughComposed),
                new Probe<>("the Context, in inner pipelines of ours", KeptOnTheWayTest::contextInInnerPipelines),
                new Probe<>("the Context, in a sampler", KeptOnTheWayTest::contextInSampler),
                new Probe<>("the Context, when losses are tracked", KeptOnTheWayTest::contextLossTracking),
                new Probe<>("doOnDiscard, for what is dropped", KeptOnTheWayTest::discardsDrops),
                new Probe<>("doOnDiscard, for what a filter rejects", KeptOnTheWayTest::discardsRejected),
                new Probe<>("doOnDiscard, for what waits at cancel", KeptOnTheWayTest::discardsAtCancel),
                new Probe<>("doOnDiscard, for what waits in inner streams", KeptOnTheWayTest::discardsInnerAtCancel),
                new Probe<>("onErrorContinue, map", way -> continues(way.via(map(KeptOnTheWayTest::failOn2)))),
                new Probe<>("onErrorContinue, filter", way -> continues(way.via(filter(i -> failOn2(i) > 0)))),
                new Probe<>(
                        "onErrorContinue, the mapper of concatMap",
                        way -> continues(way.via(concatMap(i -> Flux.just(failOn2(i)))))),
                new Probe<>(
                        "onErrorContinue, the mapper of mergeMap",
                        way -> continues(way.via(mergeMap(1, i -> Flux.just(failOn2(i)))))),
                new Probe<>(
                        "onErrorContinue, inner streams of concatMap",
                        way -> continues(way.via(concatMap(i -> Mono.fromCallable(() -> failOn2(i)))))),
                new Probe<>(
                        "onErrorContinue, inner streams of mergeMap",
                        way -> continues(way.via(mergeMap(1, i -> Mono.fromCallable(() -> failOn2(i)))))),
                new Probe<>("onErrorContinue, operators above", KeptOnTheWayTest::continuesAbove),
                new Probe<>("the hook for dropped items", KeptOnTheWayTest::lateItems),
                new Probe<>("the hook for dropped errors", KeptOnTheWayTest::lateErrors),
                new Probe<>("steps, as assembled", KeptOnTheWayTest::assembledSteps),
                new Probe<>("name and tags", KeptOnTheWayTest::nameAndTags),
                new Probe<>("steps, as subscribed, looking up", KeptOnTheWayTest::stepsFromBelow),
                new Probe<>("steps, as subscribed, looking down", KeptOnTheWayTest::stepsFromAbove),
                new Probe<>("steps, as subscribed, from an inner stream", KeptOnTheWayTest::stepsFromInner),
                new Probe<>("attributes of a running stage", KeptOnTheWayTest::attributes),
                new Probe<>("attributes of composed stages", KeptOnTheWayTest::attributesOfComposed),
                new Probe<>("attributes of an ended stage", KeptOnTheWayTest::attributesAtTheEnd),
                new Probe<>("the traceback of checkpoints", KeptOnTheWayTest::checkpoints),
                new Probe<>("hooks at assembly", KeptOnTheWayTest::assemblyHooks),
                new Probe<>("name and tags of meters", KeptOnTheWayTest::meters),
                new Probe<>("thread locals, on a foreign thread", KeptOnTheWayTest::threadLocals),
                new Probe<>("virtual time", KeptOnTheWayTest::virtualTime));
    }

    @AfterEach
    void resetHooks() {
        Hooks.disableContextLossTracking();
        Hooks.disableAutomaticContextPropagation();
        Hooks.resetOnNextDropped();
        Hooks.resetOnErrorDropped();
        Hooks.resetOnEachOperator();
        Hooks.resetOnOperatorDebug();
        VirtualTimeScheduler.reset();
    }

    // ------------------------------------------------------------------------------------------------ Context

    private static Mono<String> value() {
        return Mono.deferContextual(context -> Mono.just(context.getOrDefault("key", "lost")));
    }

    private static <T> List<T> collect(Flux<T> flux) {
        return flux.contextWrite(context -> context.put("key", "kept"))
                .collectList()
                .block(Duration.ofSeconds(10));
    }

    private static void contextUpstream(Way way) {
        for (Function<Flux<String>, Publisher<String>> operator : List.<Function<Flux<String>, Publisher<String>>>of(
                way.via(buffer(1)),
                way.via(drop()),
                way.via(latest()),
                way.via(take(1)),
                way.via(sample(PERIOD)),
                way.via(map(item -> item)),
                way.via(filter(item -> true)),
                way.via(concatMap(Mono::just)),
                way.via(mergeMap(2, Mono::just)),
                way.via(switchMap(Mono::just)))) {
            assertThat(collect(value().flux().transform(operator))).containsExactly("kept");
        }
    }

    private static void contextInInnerStreams(Way way) {
        Flux<Integer> source = Flux.just(1);
        assertThat(collect(source.transform(way.via(concatMap(i -> value()))))).containsExactly("kept");
        assertThat(collect(source.transform(way.via(mergeMap(2, i -> value())))))
                .containsExactly("kept");
        assertThat(collect(source.transform(way.via(switchMap(i -> value()))))).containsExactly("kept");
        assertThat(collect(source.transform(way.via(switchMap(i -> buffer(1).apply(value()))))))
                .as("in an inner pipeline of our own")
                .containsExactly("kept");
    }

    /** Reactor puts subscribers of its own between when something watches it. */
    private static void contextInInnerPipelines(Way way) {
        List<Runnable> watchers = List.of(() -> {}, Hooks::onOperatorDebug, Hooks::enableAutomaticContextPropagation);
        for (Runnable watcher : watchers) {
            watcher.run();
            Publisher<String> pipeline = Weir.from(value()).via(buffer(4)).via(latest());
            assertThat(collect(Flux.just(1).transform(way.via(concatMap(i -> pipeline)))))
                    .containsExactly("kept");
        }
    }

    private static void contextThroughComposed(Way way) {
        assertThat(collect(value().flux()
                        .transform(way.via(
                                buffer(1).andThen(map((String s) -> s + "!")).andThen(latest())))))
                .containsExactly("kept!");
        assertThat(collect(Flux.just(1)
                        .transform(way.via(buffer(1)
                                .andThen(ReactorAdapter.operator((Flux<Integer> flux) -> flux.concatMap(i -> value())))
                                .andThen(latest())))))
                .as("with a piece of Reactor between")
                .containsExactly("kept");
    }

    private static void contextInSampler(Way way) {
        List<String> seen = new ArrayList<>();
        collect(Flux.just(1).transform(way.via(sample(value().doOnNext(seen::add)))));
        assertThat(seen).containsExactly("kept");
    }

    private static void contextLossTracking(Way way) {
        Hooks.enableContextLossTracking();
        assertThat(collect(value().flux().transform(way.via(buffer(1))).map(s -> s)))
                .containsExactly("kept");
    }

    // ------------------------------------------------------------------------------------------------ discard

    private static void discardsDrops(Way way) {
        Flux<Integer> source = Flux.range(1, 5);
        assertThat(discarded(source.transform(way.via(buffer(2).dropOldest())))).containsExactly(1, 2, 3, 4, 5);
        assertThat(discarded(source.transform(way.via(buffer(2).dropNewest())))).containsExactly(3, 4, 5, 1, 2);
        assertThat(discarded(source.transform(way.via(drop())))).containsExactly(1, 2, 3, 4, 5);
        assertThat(discarded(source.transform(way.via(latest())))).containsExactly(1, 2, 3, 4, 5);
        assertThat(discarded(source.concatWith(Flux.never()).transform(way.via(sample(PERIOD)))))
                .containsExactly(1, 2, 3, 4, 5);
        assertThat(discarded(source.transform(way.via(drop()))
                        .transform(way.via(buffer(1).andThen(latest())))))
                .as("above composed operators")
                .containsExactly(1, 2, 3, 4, 5);
    }

    private static void discardsRejected(Way way) {
        List<Object> discarded = new ArrayList<>();
        Flux.range(1, 5)
                .transform(way.via(filter(item -> item % 2 == 0)))
                .doOnDiscard(Object.class, discarded::add)
                .blockLast();
        assertThat(discarded).containsExactly(1, 3, 5);
    }

    private static void discardsAtCancel(Way way) {
        assertThat(discarded(Flux.range(1, 3).transform(way.via(buffer(8))))).containsExactly(1, 2, 3);
        assertThat(discarded(Flux.range(1, 3)
                        .transform(way.via(concatMap(
                                FlattenOptions.defaults().prefetch(2), (Integer i) -> Flux.<Integer>never())))))
                .containsExactly(2);
    }

    private static void discardsInnerAtCancel(Way way) {
        assertThat(discarded(Flux.range(1, 2)
                        .transform(way.via(mergeMap(2, (Integer i) -> Flux.just(i * 10, i * 10 + 1))))))
                .containsExactly(10, 11, 20, 21);
    }

    /** What is discarded when nothing is ever requested and the stream is cancelled. */
    private static List<Object> discarded(Flux<?> flux) {
        List<Object> discarded = new ArrayList<>();
        BaseSubscriber<Object> subscriber = new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {}
        };
        flux.doOnDiscard(Object.class, discarded::add).subscribe(subscriber);
        subscriber.cancel();
        return discarded;
    }

    // ----------------------------------------------------------------------------------------- onErrorContinue

    private static int failOn2(int item) {
        if (item == 2) {
            throw new IllegalStateException("failed on 2");
        }
        return item;
    }

    private static void continues(Function<Flux<Integer>, Publisher<Integer>> operator) {
        List<String> skipped = new ArrayList<>();
        assertThat(Flux.range(1, 3)
                        .transform(operator)
                        .onErrorContinue((error, item) -> skipped.add(error.getMessage()))
                        .collectList()
                        .block())
                .containsExactly(1, 3);
        assertThat(skipped).containsExactly("failed on 2");
    }

    private static void continuesAbove(Way way) {
        continues(source -> source.map(KeptOnTheWayTest::failOn2)
                .transform(way.via(buffer(8).andThen(latest()))));
    }

    // ------------------------------------------------------------------------------------------- late signals

    private static void lateItems(Way way) {
        List<Object> late = new ArrayList<>();
        Hooks.onNextDropped(late::add);
        TestSource<Integer> source = new TestSource<>();
        Flux.from(source).transform(way.via(drop())).subscribe();
        source.complete();
        source.send(7);
        assertThat(late).containsExactly(7);
    }

    private static void lateErrors(Way way) {
        List<String> late = new ArrayList<>();
        Hooks.onErrorDropped(error -> late.add(error.getMessage()));
        TestSource<Integer> source = new TestSource<>();
        BufferOperator throwing = buffer(8).onDropped((item, why) -> {
            throw new IllegalStateException("thrown by the callback");
        });
        Flux.from(source)
                .transform(way.via(throwing))
                .subscribeWith(new Idle<>())
                .cancel();
        source.send(1);
        source.fail(new IllegalStateException("sent by the source"));
        assertThat(late).containsExactly("thrown by the callback", "sent by the source");
    }

    // ------------------------------------------------------------------------------------------------ scanning

    private static void assembledSteps(Way way) {
        Flux<Integer> flux = Flux.range(1, 3)
                .hide()
                .transform(way.via(buffer(8).named("orders")))
                .map(i -> i);
        assertThat(Scannable.from(flux).steps().toList()).endsWith("hide", "buffer(8).named(\"orders\")", "map");
    }

    private static void nameAndTags(Way way) {
        Scannable flux = Scannable.from(Flux.just(1)
                .name("orders")
                .tag("region", "eu")
                .transform(way.via(buffer(8)))
                .map(i -> i));
        assertThat(flux.name()).isEqualTo("orders");
        assertThat(flux.tags().map(Object::toString)).containsExactly("[region,eu]");
    }

    private static final class Idle<T> extends BaseSubscriber<T> {
        @Override
        protected void hookOnSubscribe(Subscription subscription) {}

        @Override
        protected void hookOnError(Throwable throwable) {}

        Scannable parent() {
            return Scannable.from(upstream());
        }
    }

    private static void stepsFromBelow(Way way) {
        Idle<Integer> idle = new Idle<>();
        Flux.range(1, 3)
                .hide()
                .transform(way.via(buffer(8).andThen(latest())))
                .map(i -> i)
                .subscribe(idle);
        assertThat(idle.parent().steps().toList()).endsWith("hide", "buffer(8).andThen(latest())", "map");
    }

    private static void stepsFromAbove(Way way) {
        TestSource<Integer> source = new TestSource<>();
        Flux.from(source)
                .hide()
                .transform(way.via(buffer(8).andThen(latest())))
                .map(i -> i)
                .subscribe(new Idle<>());
        assertThat(Scannable.from(source.subscriber()).steps().toList())
                .endsWith("hide", "buffer(8).andThen(latest())", "map");
    }

    private static void stepsFromInner(Way way) {
        TestSource<Integer> inner = new TestSource<>();
        Flux.just(1)
                .transform(way.via(concatMap((Integer i) -> Flux.from(inner).hide())))
                .map(i -> i)
                .subscribe(new Idle<>());
        assertThat(Scannable.from(inner.subscriber()).steps().toList())
                .endsWith("hide", "inner", "concatMap(mapper)", "map");
    }

    private static void attributes(Way way) {
        Idle<Integer> idle = new Idle<>();
        Sinks.Many<Integer> source = Sinks.many().unicast().onBackpressureBuffer();
        source.asFlux().transform(way.via(buffer(8))).subscribe(idle);
        idle.request(2);
        Flux.range(1, 5).subscribe(source::tryEmitNext);

        Scannable stage = idle.parent();
        assertThat(stage.scan(Attr.BUFFERED)).isEqualTo(3);
        assertThat(stage.scan(Attr.CAPACITY)).isEqualTo(8);
        assertThat(stage.scan(Attr.PREFETCH)).isEqualTo(Integer.MAX_VALUE);
        assertThat(stage.scan(Attr.REQUESTED_FROM_DOWNSTREAM)).isZero();
        assertThat(stage.scan(Attr.RUN_STYLE)).isEqualTo(Attr.RunStyle.SYNC);
        assertThat(stage.scanUnsafe(Attr.ACTUAL)).isSameAs(idle);

        idle.request(10);
        assertThat(stage.scan(Attr.BUFFERED)).isZero();
        assertThat(stage.scan(Attr.REQUESTED_FROM_DOWNSTREAM)).isEqualTo(7);
    }

    private static void attributesOfComposed(Way way) {
        Idle<Integer> idle = new Idle<>();
        Flux.range(1, 9)
                .transform(way.via(concatMap(FlattenOptions.defaults().prefetch(3), (Integer i) -> Mono.just(i))
                        .andThen(buffer(8).dropOldest())))
                .subscribe(idle);
        assertThat(idle.parent().scan(Attr.CAPACITY)).isEqualTo(3 + 8);
        assertThat(idle.parent().scan(Attr.PREFETCH)).isEqualTo(3);
        assertThat(idle.parent().scan(Attr.BUFFERED)).isEqualTo(8);
    }

    private static void attributesAtTheEnd(Way way) {
        IllegalStateException error = new IllegalStateException("over");
        Idle<Integer> failed = new Idle<>();
        Flux.just(1)
                .concatWith(Mono.error(error))
                .transform(way.via(buffer(8).andThen(map((Integer i) -> i))))
                .subscribe(failed);
        Scannable stage = failed.parent();
        assertThat(stage.scan(Attr.ERROR)).isSameAs(error);
        assertThat(stage.scan(Attr.TERMINATED)).isFalse();
        failed.request(1);
        assertThat(stage.scan(Attr.TERMINATED)).isTrue();

        Idle<Integer> cancelled = new Idle<>();
        Flux.<Integer>never().transform(way.via(buffer(8))).subscribe(cancelled);
        stage = cancelled.parent();
        cancelled.cancel();
        assertThat(stage.scan(Attr.CANCELLED)).isTrue();
    }

    // ------------------------------------------------------------------------------------------------ the rest

    private static void checkpoints(Way way) {
        Hooks.onOperatorDebug();
        assertThatThrownBy(() -> Flux.error(new IllegalStateException("traced"))
                        .checkpoint("above")
                        .transform(way.via(buffer(8)))
                        .checkpoint("below")
                        .blockLast())
                .satisfies(error -> assertThat(error.getSuppressed()[0].getMessage())
                        .containsSubsequence("*_", "Flux.error", "|_", "above", "|_", "Flux.transform", "|_", "below")
                        .containsOnlyOnce("*_"));
    }

    private static void assemblyHooks(Way way) {
        List<String> assembled = new ArrayList<>();
        Hooks.onEachOperator(publisher -> {
            assembled.add(Scannable.from(publisher).stepName());
            return publisher;
        });
        Flux.just(1).transform(way.via(buffer(8))).map(i -> i);
        assertThat(assembled).endsWith("buffer(8)", "map");
    }

    private static void meters(Way way) {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        Flux.just(1)
                .name("orders")
                .tag("region", "eu")
                .transform(way.via(buffer(8)))
                .tap(Micrometer.metrics(registry))
                .blockLast();
        assertThat(registry.get("orders.flow.duration").tag("region", "eu").timers())
                .isNotEmpty();
    }

    private static final ThreadLocal<String> LOCAL = new ThreadLocal<>();

    private static void threadLocals(Way way) {
        ContextRegistry.getInstance().registerThreadLocalAccessor("key", LOCAL);
        Hooks.enableAutomaticContextPropagation();
        try {
            Publisher<Integer> foreign = subscriber -> {
                TestSource<Integer> source = new TestSource<>();
                source.onRequest(() -> Threads.start(() -> {
                    source.send(1);
                    source.complete();
                }));
                source.subscribe(subscriber);
            };
            assertThat(collect(Flux.just(0)
                            .transform(way.via(concatMap((Integer i) -> foreign)))
                            .map(i -> String.valueOf(LOCAL.get()))))
                    .as("below the operator")
                    .containsExactly("kept");
            assertThat(collect(Flux.from(foreign).transform(way.via(map((Integer i) -> String.valueOf(LOCAL.get()))))))
                    .as("in a function of the operator")
                    .containsExactly("kept");
            assertThat(collect(Flux.just(0)
                            .transform(way.via(mergeMap(2, (Integer i) -> foreign)
                                    .andThen(map((Integer i) -> String.valueOf(LOCAL.get())))))))
                    .as("in a function after an inner stream")
                    .containsExactly("kept");
        } finally {
            ContextRegistry.getInstance().removeThreadLocalAccessor("key");
        }
    }

    private static void virtualTime(Way way) {
        Flux<Long> assembledBefore =
                Flux.defer(() -> Flux.interval(Duration.ofMillis(400))).transform(way.via(sample(PERIOD)));
        VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
        List<Long> seen = new ArrayList<>();
        assembledBefore.take(2).subscribe(seen::add);
        time.advanceTimeBy(Duration.ofSeconds(2));
        assertThat(seen).containsExactly(1L, 3L);
    }
}
