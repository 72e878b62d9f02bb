package io.weir.rxjava3;

import static io.reactivex.rxjava3.core.BackpressureOverflowStrategy.DROP_LATEST;
import static io.reactivex.rxjava3.core.BackpressureOverflowStrategy.DROP_OLDEST;
import static io.reactivex.rxjava3.core.BackpressureOverflowStrategy.ERROR;
import static io.weir.Operators.buffer;
import static io.weir.Operators.drop;
import static io.weir.Operators.latest;
import static io.weir.Operators.sample;
import static io.weir.rxjava3.RxJavaAdapter.via;
import static io.weir.rxjava3.RxJavaDifferences.ERROR_AFTER_ITEMS;
import static io.weir.rxjava3.RxJavaDifferences.EVERY_DROP_TOLD;
import static io.weir.rxjava3.RxJavaDifferences.LAST_EMITTED;
import static io.weir.rxjava3.RxJavaDifferences.NOTHING_AFTER_CANCEL;
import static io.weir.rxjava3.RxJavaDifferences.OTHER_ITEM_DROPPED;
import static io.weir.rxjava3.RxJavaDifferences.OVERFLOW_AFTER_ITEMS;
import static io.weir.rxjava3.RxJavaDifferences.SAMPLER_ENDS;
import static io.weir.rxjava3.RxJavaDifferences.SAMPLE_ENDS_WITH_DEMAND;
import static io.weir.rxjava3.RxJavaDifferences.SAMPLE_WAITS;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.FlowableTransformer;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.functions.Action;
import io.reactivex.rxjava3.functions.Consumer;
import io.weir.DropReason;
import io.weir.testkit.differential.Bench;
import io.weir.testkit.differential.Row;
import io.weir.testkit.differential.Schedule;
import io.weir.testkit.differential.Shape;
import io.weir.testkit.differential.Table;
import io.weir.testkit.differential.Table.Absent;
import io.weir.testkit.differential.Table.Group;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;

/** The calls of RxJava's that come into question, each as it is written and as it is run. */
final class RxJavaRows {
    static final Table TABLE = new Table(
            "From RxJava",
            List.of(RxJavaDifferences.INVALID_REQUEST),
            List.of(new Group("When nobody has asked", overflow()), new Group("Once in a period", sampling())),
            absent());

    private RxJavaRows() {}

    private static List<Row> overflow() {
        return List.of(
                plain(
                                "onBackpressureBuffer()",
                                "onBackpressureBuffer()",
                                flowable -> flowable.onBackpressureBuffer(),
                                "buffer(Integer.MAX_VALUE)",
                                () -> via(buffer(Integer.MAX_VALUE)))
                        .differingIn(ERROR_AFTER_ITEMS),
                plain(
                        "onBackpressureBuffer(boolean)",
                        "onBackpressureBuffer(true)",
                        flowable -> flowable.onBackpressureBuffer(true),
                        "buffer(Integer.MAX_VALUE)",
                        () -> via(buffer(Integer.MAX_VALUE))),
                plain(
                                "onBackpressureBuffer(int)",
                                "onBackpressureBuffer(4)",
                                flowable -> flowable.onBackpressureBuffer(4),
                                "buffer(4)",
                                () -> via(buffer(4)))
                        .differingIn(ERROR_AFTER_ITEMS, OVERFLOW_AFTER_ITEMS),
                plain(
                                "onBackpressureBuffer(int)",
                                "onBackpressureBuffer(3)",
                                flowable -> flowable.onBackpressureBuffer(3),
                                "buffer(4)",
                                () -> via(buffer(4)))
                        .differingIn(ERROR_AFTER_ITEMS, OVERFLOW_AFTER_ITEMS),
                plain(
                        "onBackpressureBuffer(int, boolean)",
                        "onBackpressureBuffer(4, true)",
                        flowable -> flowable.onBackpressureBuffer(4, true),
                        "buffer(4)",
                        () -> via(buffer(4))),
                plain(
                                "onBackpressureBuffer(int, boolean, boolean)",
                                "onBackpressureBuffer(4, false, false)",
                                flowable -> flowable.onBackpressureBuffer(4, false, false),
                                "buffer(4)",
                                () -> via(buffer(4)))
                        .differingIn(ERROR_AFTER_ITEMS, OVERFLOW_AFTER_ITEMS),
                plain(
                        "onBackpressureBuffer(int, boolean, boolean)",
                        "onBackpressureBuffer(4, true, true)",
                        flowable -> flowable.onBackpressureBuffer(4, true, true),
                        "buffer(Integer.MAX_VALUE)",
                        () -> via(buffer(Integer.MAX_VALUE))),
                alarming(
                                "onBackpressureBuffer(int, Action)",
                                "onBackpressureBuffer(4, full)",
                                (flowable, full) -> flowable.onBackpressureBuffer(4, full),
                                "buffer(4).onDropped((item, why) -> { if (why == DropReason.BUFFER_FULL) full.run(); })",
                                full -> via(buffer(4).onDropped((item, why) -> {
                                    if (why == DropReason.BUFFER_FULL) full.run();
                                })))
                        .differingIn(ERROR_AFTER_ITEMS, OVERFLOW_AFTER_ITEMS),
                alarming(
                        "onBackpressureBuffer(int, boolean, boolean, Action)",
                        "onBackpressureBuffer(4, true, false, full)",
                        (flowable, full) -> flowable.onBackpressureBuffer(4, true, false, full),
                        "buffer(4).onDropped((item, why) -> { if (why == DropReason.BUFFER_FULL) full.run(); })",
                        full -> via(buffer(4).onDropped((item, why) -> {
                            if (why == DropReason.BUFFER_FULL) full.run();
                        }))),
                telling(
                                "onBackpressureBuffer(int, boolean, boolean, Action, Consumer)",
                                "onBackpressureBuffer(4, true, false, () -> {}, lost)",
                                (flowable, lost) -> flowable.onBackpressureBuffer(4, true, false, () -> {}, lost),
                                "buffer(4).onDropped(lost)",
                                lost -> via(buffer(4).onDropped(lost)))
                        .differingIn(EVERY_DROP_TOLD),
                telling(
                                "onBackpressureBuffer(int, boolean, boolean, Action, Consumer)",
                                "onBackpressureBuffer(4, false, false, () -> {}, lost)",
                                (flowable, lost) -> flowable.onBackpressureBuffer(4, false, false, () -> {}, lost),
                                "buffer(4).onDropped(lost)",
                                lost -> via(buffer(4).onDropped(lost)))
                        .differingIn(EVERY_DROP_TOLD, ERROR_AFTER_ITEMS, OVERFLOW_AFTER_ITEMS),
                plain(
                                "onBackpressureBuffer(long, Action, BackpressureOverflowStrategy)",
                                "onBackpressureBuffer(3, null, ERROR)",
                                flowable -> flowable.onBackpressureBuffer(3, null, ERROR),
                                "buffer(3)",
                                () -> via(buffer(3)))
                        .differingIn(ERROR_AFTER_ITEMS, OVERFLOW_AFTER_ITEMS),
                plain(
                                "onBackpressureBuffer(long, Action, BackpressureOverflowStrategy)",
                                "onBackpressureBuffer(3, null, DROP_OLDEST)",
                                flowable -> flowable.onBackpressureBuffer(3, null, DROP_OLDEST),
                                "buffer(3).dropOldest()",
                                () -> via(buffer(3).dropOldest()))
                        .differingIn(ERROR_AFTER_ITEMS),
                plain(
                                "onBackpressureBuffer(long, Action, BackpressureOverflowStrategy)",
                                "onBackpressureBuffer(3, null, DROP_LATEST)",
                                flowable -> flowable.onBackpressureBuffer(3, null, DROP_LATEST),
                                "buffer(3).dropNewest()",
                                () -> via(buffer(3).dropNewest()))
                        .differingIn(OTHER_ITEM_DROPPED, ERROR_AFTER_ITEMS),
                plain(
                                "onBackpressureBuffer(long, Action, BackpressureOverflowStrategy)",
                                "onBackpressureBuffer(1, null, DROP_LATEST)",
                                flowable -> flowable.onBackpressureBuffer(1, null, DROP_LATEST),
                                "latest()",
                                () -> via(latest()))
                        .differingIn(ERROR_AFTER_ITEMS),
                alarming(
                                "onBackpressureBuffer(long, Action, BackpressureOverflowStrategy)",
                                "onBackpressureBuffer(3, full, DROP_OLDEST)",
                                (flowable, full) -> flowable.onBackpressureBuffer(3, full, DROP_OLDEST),
                                "buffer(3).dropOldest().onDropped((item, why) -> { if (why == DropReason.BUFFER_FULL) full.run(); })",
                                full -> via(buffer(3).dropOldest().onDropped((item, why) -> {
                                    if (why == DropReason.BUFFER_FULL) full.run();
                                })))
                        .differingIn(ERROR_AFTER_ITEMS),
                telling(
                                "onBackpressureBuffer(long, Action, BackpressureOverflowStrategy, Consumer)",
                                "onBackpressureBuffer(3, null, ERROR, lost)",
                                (flowable, lost) -> flowable.onBackpressureBuffer(3, null, ERROR, lost),
                                "buffer(3).onDropped(lost)",
                                lost -> via(buffer(3).onDropped(lost)))
                        .differingIn(EVERY_DROP_TOLD, ERROR_AFTER_ITEMS, OVERFLOW_AFTER_ITEMS),
                telling(
                                "onBackpressureBuffer(long, Action, BackpressureOverflowStrategy, Consumer)",
                                "onBackpressureBuffer(3, null, DROP_OLDEST, lost)",
                                (flowable, lost) -> flowable.onBackpressureBuffer(3, null, DROP_OLDEST, lost),
                                "buffer(3).dropOldest().onDropped(lost)",
                                lost -> via(buffer(3).dropOldest().onDropped(lost)))
                        .differingIn(EVERY_DROP_TOLD, ERROR_AFTER_ITEMS),
                telling(
                                "onBackpressureBuffer(long, Action, BackpressureOverflowStrategy, Consumer)",
                                "onBackpressureBuffer(3, null, DROP_LATEST, lost)",
                                (flowable, lost) -> flowable.onBackpressureBuffer(3, null, DROP_LATEST, lost),
                                "buffer(3).dropNewest().onDropped(lost)",
                                lost -> via(buffer(3).dropNewest().onDropped(lost)))
                        .differingIn(EVERY_DROP_TOLD, OTHER_ITEM_DROPPED, ERROR_AFTER_ITEMS),
                plain(
                        "onBackpressureDrop()",
                        "onBackpressureDrop()",
                        flowable -> flowable.onBackpressureDrop(),
                        "drop()",
                        () -> via(drop())),
                telling(
                        "onBackpressureDrop(Consumer)",
                        "onBackpressureDrop(lost)",
                        (flowable, lost) -> flowable.onBackpressureDrop(lost),
                        "drop().onDropped(lost)",
                        lost -> via(drop().onDropped(lost))),
                plain(
                                "onBackpressureLatest()",
                                "onBackpressureLatest()",
                                flowable -> flowable.onBackpressureLatest(),
                                "latest()",
                                () -> via(latest()))
                        .differingIn(ERROR_AFTER_ITEMS),
                telling(
                                "onBackpressureLatest(Consumer)",
                                "onBackpressureLatest(lost)",
                                (flowable, lost) -> flowable.onBackpressureLatest(lost),
                                "latest().onDropped(lost)",
                                lost -> via(latest().onDropped(lost)))
                        .differingIn(EVERY_DROP_TOLD, ERROR_AFTER_ITEMS));
    }

    private static List<Row> sampling() {
        return List.of(
                timed(
                                "sample(long, TimeUnit)",
                                "sample(10, MILLISECONDS)",
                                (flowable, scheduler) -> flowable.sample(10, MILLISECONDS),
                                "sample(Duration.ofMillis(10))",
                                scheduler -> via(sample(Duration.ofMillis(10))))
                        .differingIn(ERROR_AFTER_ITEMS, SAMPLE_WAITS, LAST_EMITTED),
                timed(
                                "sample(long, TimeUnit, boolean)",
                                "sample(10, MILLISECONDS, true)",
                                (flowable, scheduler) -> flowable.sample(10, MILLISECONDS, true),
                                "sample(Duration.ofMillis(10))",
                                scheduler -> via(sample(Duration.ofMillis(10))))
                        .differingIn(ERROR_AFTER_ITEMS, SAMPLE_WAITS, SAMPLE_ENDS_WITH_DEMAND, NOTHING_AFTER_CANCEL),
                timed(
                                "sample(long, TimeUnit, Scheduler)",
                                "sample(10, MILLISECONDS, scheduler)",
                                (flowable, scheduler) -> flowable.sample(10, MILLISECONDS, scheduler),
                                "sample(Duration.ofMillis(10)).timer(RxJavaAdapter.timer(() -> scheduler))",
                                scheduler ->
                                        via(sample(Duration.ofMillis(10)).timer(RxJavaAdapter.timer(() -> scheduler))))
                        .differingIn(ERROR_AFTER_ITEMS, SAMPLE_WAITS, LAST_EMITTED),
                timed(
                                "sample(long, TimeUnit, Scheduler, boolean)",
                                "sample(10, MILLISECONDS, scheduler, true)",
                                (flowable, scheduler) -> flowable.sample(10, MILLISECONDS, scheduler, true),
                                "sample(Duration.ofMillis(10)).timer(RxJavaAdapter.timer(() -> scheduler))",
                                scheduler ->
                                        via(sample(Duration.ofMillis(10)).timer(RxJavaAdapter.timer(() -> scheduler))))
                        .differingIn(ERROR_AFTER_ITEMS, SAMPLE_WAITS, SAMPLE_ENDS_WITH_DEMAND, NOTHING_AFTER_CANCEL),
                timedTelling(
                                "sample(long, TimeUnit, Scheduler, boolean, Consumer)",
                                "sample(10, MILLISECONDS, scheduler, true, lost)",
                                (flowable, scheduler, lost) -> flowable.sample(10, MILLISECONDS, scheduler, true, lost),
                                "sample(Duration.ofMillis(10)).timer(RxJavaAdapter.timer(() -> scheduler)).onDropped(lost)",
                                (scheduler, lost) -> via(sample(Duration.ofMillis(10))
                                        .timer(RxJavaAdapter.timer(() -> scheduler))
                                        .onDropped(lost)))
                        .differingIn(
                                EVERY_DROP_TOLD,
                                ERROR_AFTER_ITEMS,
                                SAMPLE_WAITS,
                                SAMPLE_ENDS_WITH_DEMAND,
                                NOTHING_AFTER_CANCEL),
                sampled(
                                "sample(Publisher)",
                                "sample(sampler)",
                                (flowable, sampler) -> flowable.sample(sampler),
                                "sample(sampler)",
                                sampler -> via(sample(sampler)))
                        .differingIn(ERROR_AFTER_ITEMS, SAMPLE_WAITS, LAST_EMITTED, SAMPLER_ENDS),
                sampled(
                                "sample(Publisher, boolean)",
                                "sample(sampler, true)",
                                (flowable, sampler) -> flowable.sample(sampler, true),
                                "sample(sampler)",
                                sampler -> via(sample(sampler)))
                        .differingIn(
                                ERROR_AFTER_ITEMS,
                                SAMPLE_WAITS,
                                SAMPLE_ENDS_WITH_DEMAND,
                                NOTHING_AFTER_CANCEL,
                                SAMPLER_ENDS));
    }

    private static List<Absent> absent() {
        return List.of(
                new Absent("onBackpressureReduce(BiFunction)", "Nothing merges items that wait yet."),
                new Absent("onBackpressureReduce(Supplier, BiFunction)", "Nothing merges items that wait yet."),
                new Absent(
                        "concatMap(Function, int, Scheduler)",
                        "Nothing lets the mapper run on another thread than the signal yet."),
                new Absent(
                        "concatMapDelayError(Function, boolean, int, Scheduler)",
                        "Nothing lets the mapper run on another thread than the signal yet."),
                new Absent("concatMapEager(Function)", "Nothing runs several streams and keeps their order yet."),
                new Absent(
                        "concatMapEager(Function, int, int)",
                        "Nothing runs several streams and keeps their order yet."),
                new Absent(
                        "concatMapEagerDelayError(Function, boolean)",
                        "Nothing runs several streams and keeps their order yet."),
                new Absent(
                        "concatMapEagerDelayError(Function, boolean, int, int)",
                        "Nothing runs several streams and keeps their order yet."),
                new Absent(
                        "flatMap(Function, Function, Supplier, int)",
                        "Nothing turns the end, or an error, into a stream yet."),
                new Absent("concatMap(Function)", "Not compared yet."),
                new Absent("concatMap(Function, int)", "Not compared yet."),
                new Absent("concatMapDelayError(Function)", "Not compared yet."),
                new Absent("concatMapDelayError(Function, boolean, int)", "Not compared yet."),
                new Absent("concatMapIterable(Function)", "Not compared yet."),
                new Absent("concatMapIterable(Function, int)", "Not compared yet."),
                new Absent("concatMapStream(Function)", "Not compared yet."),
                new Absent("concatMapStream(Function, int)", "Not compared yet."),
                new Absent("concatMapSingle(Function)", "Not compared yet."),
                new Absent("concatMapSingle(Function, int)", "Not compared yet."),
                new Absent("concatMapSingleDelayError(Function)", "Not compared yet."),
                new Absent("concatMapSingleDelayError(Function, boolean)", "Not compared yet."),
                new Absent("concatMapSingleDelayError(Function, boolean, int)", "Not compared yet."),
                new Absent("concatMapMaybe(Function)", "Not compared yet."),
                new Absent("concatMapMaybe(Function, int)", "Not compared yet."),
                new Absent("concatMapMaybeDelayError(Function)", "Not compared yet."),
                new Absent("concatMapMaybeDelayError(Function, boolean)", "Not compared yet."),
                new Absent("concatMapMaybeDelayError(Function, boolean, int)", "Not compared yet."),
                new Absent("concatMapCompletable(Function)", "Not compared yet."),
                new Absent("concatMapCompletable(Function, int)", "Not compared yet."),
                new Absent("concatMapCompletableDelayError(Function)", "Not compared yet."),
                new Absent("concatMapCompletableDelayError(Function, boolean)", "Not compared yet."),
                new Absent("concatMapCompletableDelayError(Function, boolean, int)", "Not compared yet."),
                new Absent("flatMap(Function, int)", "Not compared yet."),
                new Absent("flatMap(Function, boolean, int)", "Not compared yet."),
                new Absent("flatMap(Function, boolean, int, int)", "Not compared yet."),
                new Absent("flatMap(Function, BiFunction, int)", "Not compared yet."),
                new Absent("flatMap(Function, BiFunction, boolean, int)", "Not compared yet."),
                new Absent("flatMap(Function, BiFunction, boolean, int, int)", "Not compared yet."),
                new Absent("flatMapIterable(Function, int)", "Not compared yet."),
                new Absent("flatMapIterable(Function, BiFunction, int)", "Not compared yet."),
                new Absent("flatMapStream(Function, int)", "Not compared yet."),
                new Absent("flatMapSingle(Function, boolean, int)", "Not compared yet."),
                new Absent("flatMapMaybe(Function, boolean, int)", "Not compared yet."),
                new Absent("flatMapCompletable(Function, boolean, int)", "Not compared yet."),
                new Absent("switchMap(Function)", "Not compared yet."),
                new Absent("switchMap(Function, int)", "Not compared yet."),
                new Absent("switchMapDelayError(Function)", "Not compared yet."),
                new Absent("switchMapDelayError(Function, int)", "Not compared yet."),
                new Absent("switchMapSingle(Function)", "Not compared yet."),
                new Absent("switchMapSingleDelayError(Function)", "Not compared yet."),
                new Absent("switchMapMaybe(Function)", "Not compared yet."),
                new Absent("switchMapMaybeDelayError(Function)", "Not compared yet."),
                new Absent("switchMapCompletable(Function)", "Not compared yet."),
                new Absent("switchMapCompletableDelayError(Function)", "Not compared yet."));
    }

    // -------------------------------------------------------------------------------------- the kinds of rows

    private static Row plain(
            String signature,
            String call,
            UnaryOperator<Flowable<Integer>> theirs,
            String replacement,
            Supplier<FlowableTransformer<Integer, Integer>> ours) {
        return row(
                Shape.PLAIN,
                signature,
                call,
                (flowable, bench) -> theirs.apply(flowable),
                replacement,
                bench -> ours.get());
    }

    private static Row telling(
            String signature,
            String call,
            BiFunction<Flowable<Integer>, Consumer<Integer>, Flowable<Integer>> theirs,
            String replacement,
            Function<BiConsumer<Object, DropReason>, FlowableTransformer<Integer, Integer>> ours) {
        return row(
                Shape.PLAIN,
                signature,
                call,
                (flowable, bench) -> theirs.apply(flowable, bench.lost()::accept),
                replacement,
                bench -> ours.apply(bench::lost));
    }

    private static Row alarming(
            String signature,
            String call,
            BiFunction<Flowable<Integer>, Action, Flowable<Integer>> theirs,
            String replacement,
            Function<Runnable, FlowableTransformer<Integer, Integer>> ours) {
        return row(
                Shape.PLAIN,
                signature,
                call,
                (flowable, bench) -> theirs.apply(flowable, bench::overflowed),
                replacement,
                bench -> ours.apply(bench::overflowed));
    }

    private static Row timed(
            String signature,
            String call,
            BiFunction<Flowable<Integer>, Scheduler, Flowable<Integer>> theirs,
            String replacement,
            Function<Scheduler, FlowableTransformer<Integer, Integer>> ours) {
        return row(
                Shape.TIMED,
                signature,
                call,
                (flowable, bench) -> theirs.apply(flowable, RxJavaLibrary.scheduler()),
                replacement,
                bench -> ours.apply(RxJavaLibrary.scheduler()));
    }

    private static Row timedTelling(
            String signature,
            String call,
            TimedCall theirs,
            String replacement,
            BiFunction<Scheduler, BiConsumer<Object, DropReason>, FlowableTransformer<Integer, Integer>> ours) {
        return row(
                Shape.TIMED,
                signature,
                call,
                (flowable, bench) -> theirs.on(flowable, RxJavaLibrary.scheduler(), bench.lost()::accept),
                replacement,
                bench -> ours.apply(RxJavaLibrary.scheduler(), bench::lost));
    }

    private static Row sampled(
            String signature,
            String call,
            BiFunction<Flowable<Integer>, Publisher<Integer>, Flowable<Integer>> theirs,
            String replacement,
            Function<Publisher<Integer>, FlowableTransformer<Integer, Integer>> ours) {
        return row(
                Shape.SAMPLED,
                signature,
                call,
                (flowable, bench) -> theirs.apply(flowable, bench.sampler()),
                replacement,
                bench -> ours.apply(bench.sampler()));
    }

    private static Row flattening(
            String signature,
            String call,
            Call<Publisher<Integer>, Flowable<Integer>> theirs,
            String replacement,
            Ours<Publisher<Integer>> ours) {
        return mapping(Shape.FLATTENING, bench -> bench::innerOf, signature, call, theirs, replacement, ours);
    }

    private static Row iterating(
            String signature,
            String call,
            Call<Iterable<Integer>, Flowable<Integer>> theirs,
            String replacement,
            Ours<Iterable<Integer>> ours) {
        return mapping(Shape.ITERABLES, bench -> bench::iterableOf, signature, call, theirs, replacement, ours);
    }

    private static Row streaming(
            String signature,
            String call,
            Call<Stream<Integer>, Flowable<Integer>> theirs,
            String replacement,
            Ours<Stream<Integer>> ours) {
        return mapping(
                Shape.ITERABLES,
                bench -> item -> bench.iterableOf(item).stream(),
                signature,
                call,
                theirs,
                replacement,
                ours);
    }

    private static Row single(
            String signature,
            String call,
            Call<Single<Integer>, Flowable<Integer>> theirs,
            String replacement,
            Ours<Single<Integer>> ours) {
        return mapping(
                Shape.SINGLES,
                bench -> item -> Flowable.fromPublisher(bench.innerOf(item)).firstOrError(),
                signature,
                call,
                theirs,
                replacement,
                ours);
    }

    private static Row maybe(
            String signature,
            String call,
            Call<Maybe<Integer>, Flowable<Integer>> theirs,
            String replacement,
            Ours<Maybe<Integer>> ours) {
        return mapping(
                Shape.FLATTENING,
                bench -> item -> Flowable.fromPublisher(bench.innerOf(item)).firstElement(),
                signature,
                call,
                theirs,
                replacement,
                ours);
    }

    private static Row completable(
            String signature,
            String call,
            Call<Completable, Completable> theirs,
            String replacement,
            Ours<Completable> ours) {
        return mapping(
                Shape.FLATTENING,
                bench -> item -> Flowable.fromPublisher(bench.innerOf(item)).ignoreElements(),
                signature,
                call,
                (flowable, mapper) -> theirs.on(flowable, mapper).toFlowable(),
                replacement,
                ours);
    }

    private static Row combining(
            String signature,
            String call,
            CombiningCall<Publisher<Integer>> theirs,
            String replacement,
            CombiningOurs<Publisher<Integer>> ours) {
        return flattening(
                signature,
                call,
                (flowable, mapper) -> theirs.on(flowable, mapper, new Combiner()),
                replacement,
                mapper -> ours.with(mapper, new Combiner()));
    }

    private static Row combiningIterables(
            String signature,
            String call,
            CombiningCall<Iterable<Integer>> theirs,
            String replacement,
            CombiningOurs<Iterable<Integer>> ours) {
        return iterating(
                signature,
                call,
                (flowable, mapper) -> theirs.on(flowable, mapper, new Combiner()),
                replacement,
                mapper -> ours.with(mapper, new Combiner()));
    }

    private static <S> Row mapping(
            Shape shape,
            Function<Bench, Mapper<S>> mapper,
            String signature,
            String call,
            Call<S, Flowable<Integer>> theirs,
            String replacement,
            Ours<S> ours) {
        return row(
                shape,
                signature,
                call,
                (flowable, bench) -> theirs.on(flowable, mapper.apply(bench)),
                replacement,
                bench -> ours.with(mapper.apply(bench)));
    }

    private static Row row(
            Shape shape,
            String signature,
            String call,
            BiFunction<Flowable<Integer>, Bench, Flowable<Integer>> theirs,
            String replacement,
            Function<Bench, FlowableTransformer<Integer, Integer>> ours) {
        return new Row(
                signature,
                call,
                bench -> theirs.apply(Flowable.fromPublisher(bench.source()), bench),
                replacement,
                bench -> Flowable.fromPublisher(bench.source()).compose(ours.apply(bench)),
                shape,
                List.of());
    }

    /** A mapper for both sides. */
    @FunctionalInterface
    private interface Mapper<S> extends Function<Integer, S>, io.reactivex.rxjava3.functions.Function<Integer, S> {
        @Override
        S apply(Integer item);
    }

    /** A call with a mapper. */
    @FunctionalInterface
    private interface Call<S, R> {
        R on(Flowable<Integer> flowable, Mapper<S> mapper);
    }

    /** What replaces a call with a mapper. */
    @FunctionalInterface
    private interface Ours<S> {
        FlowableTransformer<Integer, Integer> with(Mapper<S> mapper);
    }

    /** A call with a mapper and a combiner. */
    @FunctionalInterface
    private interface CombiningCall<S> {
        Flowable<Integer> on(Flowable<Integer> flowable, Mapper<S> mapper, Combiner combiner);
    }

    /** What replaces a call with a mapper and a combiner. */
    @FunctionalInterface
    private interface CombiningOurs<S> {
        FlowableTransformer<Integer, Integer> with(Mapper<S> mapper, Combiner combiner);
    }

    /** A call with a scheduler and a callback. */
    @FunctionalInterface
    private interface TimedCall {
        Flowable<Integer> on(Flowable<Integer> flowable, Scheduler scheduler, Consumer<Integer> lost);
    }

    /** Makes an item of an inner stream out of that item and the one that became the stream. */
    private static final class Combiner
            implements BiFunction<Integer, Integer, Integer>,
                    io.reactivex.rxjava3.functions.BiFunction<Integer, Integer, Integer> {
        @Override
        public Integer apply(Integer item, Integer inner) {
            return Schedule.itemOf(item, Schedule.placeOf(inner));
        }
    }
}
