package io.weir.reactor;

import static io.weir.Operators.buffer;
import static io.weir.Operators.concatMap;
import static io.weir.Operators.drop;
import static io.weir.Operators.latest;
import static io.weir.Operators.mergeMap;
import static io.weir.Operators.sample;
import static io.weir.Operators.switchMap;
import static io.weir.reactor.ReactorAdapter.via;
import static io.weir.reactor.ReactorDifferences.ANY_ERROR_AFTER_ITEMS;
import static io.weir.reactor.ReactorDifferences.EARLIER_ERRORS_KEPT;
import static io.weir.reactor.ReactorDifferences.ERROR_AFTER_ITEMS;
import static io.weir.reactor.ReactorDifferences.ERROR_AT_BOUNDARY;
import static io.weir.reactor.ReactorDifferences.ERROR_IN_ITS_PLACE;
import static io.weir.reactor.ReactorDifferences.EVERY_DROP_TOLD;
import static io.weir.reactor.ReactorDifferences.FIRST_ERROR_ONLY;
import static io.weir.reactor.ReactorDifferences.MAPPER_ENDS_STREAMS;
import static io.weir.reactor.ReactorDifferences.MAPPER_NOT_DELAYED;
import static io.weir.reactor.ReactorDifferences.NOTHING_AFTER_CANCEL;
import static io.weir.reactor.ReactorDifferences.NOTHING_AHEAD;
import static io.weir.reactor.ReactorDifferences.ROOM_AT_ONCE;
import static io.weir.reactor.ReactorDifferences.SAMPLER_ENDS;
import static io.weir.reactor.ReactorDifferences.SAMPLE_ENDS_WITH_DEMAND;
import static io.weir.reactor.ReactorDifferences.SAMPLE_WAITS;
import static io.weir.reactor.ReactorDifferences.STALE_ITEMS;
import static io.weir.reactor.ReactorDifferences.STARTS_AT_ONCE;
import static io.weir.reactor.ReactorDifferences.SUPPRESSED;
import static io.weir.reactor.ReactorDifferences.TURNS;
import static io.weir.reactor.ReactorDifferences.TURNS_AND_ERRORS;
import static reactor.core.publisher.BufferOverflowStrategy.DROP_LATEST;
import static reactor.core.publisher.BufferOverflowStrategy.DROP_OLDEST;
import static reactor.core.publisher.BufferOverflowStrategy.ERROR;

import io.weir.DropReason;
import io.weir.Weir;
import io.weir.flatten.FlattenOptions;
import io.weir.testkit.differential.Bench;
import io.weir.testkit.differential.Row;
import io.weir.testkit.differential.Shape;
import io.weir.testkit.differential.Table;
import io.weir.testkit.differential.Table.Absent;
import io.weir.testkit.differential.Table.Group;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.reactivestreams.Publisher;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;

/** The calls of Reactor's that come into question, each as it is written and as it is run. */
final class ReactorRows {
    static final Table TABLE = new Table(
            "From Reactor",
            List.of(ReactorDifferences.INVALID_REQUEST),
            List.of(
                    new Group("When nobody has asked", overflow()),
                    new Group("Once in a period", sampling()),
                    new Group("One stream after the other", concatenating()),
                    new Group("Several streams at once", merging()),
                    new Group("The newest stream only", switching())),
            absent());

    private ReactorRows() {}

    private static List<Row> overflow() {
        return List.of(
                plain(
                        "onBackpressureBuffer()",
                        "onBackpressureBuffer()",
                        flux -> flux.onBackpressureBuffer(),
                        "buffer(Integer.MAX_VALUE)",
                        () -> via(buffer(Integer.MAX_VALUE))),
                plain(
                        "onBackpressureBuffer(int)",
                        "onBackpressureBuffer(3)",
                        flux -> flux.onBackpressureBuffer(3),
                        "buffer(3)",
                        () -> via(buffer(3))),
                telling(
                                "onBackpressureBuffer(int, Consumer)",
                                "onBackpressureBuffer(3, lost)",
                                (flux, lost) -> flux.onBackpressureBuffer(3, lost),
                                "buffer(3).onDropped(lost)",
                                lost -> via(buffer(3).onDropped(lost)))
                        .differingIn(EVERY_DROP_TOLD),
                plain(
                                "onBackpressureBuffer(int, BufferOverflowStrategy)",
                                "onBackpressureBuffer(3, DROP_OLDEST)",
                                flux -> flux.onBackpressureBuffer(3, DROP_OLDEST),
                                "buffer(3).dropOldest()",
                                () -> via(buffer(3).dropOldest()))
                        .differingIn(ERROR_AFTER_ITEMS),
                plain(
                                "onBackpressureBuffer(int, BufferOverflowStrategy)",
                                "onBackpressureBuffer(3, DROP_LATEST)",
                                flux -> flux.onBackpressureBuffer(3, DROP_LATEST),
                                "buffer(3).dropNewest()",
                                () -> via(buffer(3).dropNewest()))
                        .differingIn(ERROR_AFTER_ITEMS),
                plain(
                        "onBackpressureBuffer(int, BufferOverflowStrategy)",
                        "onBackpressureBuffer(3, ERROR)",
                        flux -> flux.onBackpressureBuffer(3, ERROR),
                        "buffer(3)",
                        () -> via(buffer(3))),
                telling(
                                "onBackpressureBuffer(int, Consumer, BufferOverflowStrategy)",
                                "onBackpressureBuffer(3, lost, DROP_OLDEST)",
                                (flux, lost) -> flux.onBackpressureBuffer(3, lost, DROP_OLDEST),
                                "buffer(3).dropOldest().onDropped(lost)",
                                lost -> via(buffer(3).dropOldest().onDropped(lost)))
                        .differingIn(EVERY_DROP_TOLD),
                telling(
                                "onBackpressureBuffer(int, Consumer, BufferOverflowStrategy)",
                                "onBackpressureBuffer(3, lost, DROP_LATEST)",
                                (flux, lost) -> flux.onBackpressureBuffer(3, lost, DROP_LATEST),
                                "buffer(3).dropNewest().onDropped(lost)",
                                lost -> via(buffer(3).dropNewest().onDropped(lost)))
                        .differingIn(EVERY_DROP_TOLD),
                telling(
                                "onBackpressureBuffer(int, Consumer, BufferOverflowStrategy)",
                                "onBackpressureBuffer(3, lost, ERROR)",
                                (flux, lost) -> flux.onBackpressureBuffer(3, lost, ERROR),
                                "buffer(3).onDropped(lost)",
                                lost -> via(buffer(3).onDropped(lost)))
                        .differingIn(EVERY_DROP_TOLD),
                plain(
                        "onBackpressureDrop()",
                        "onBackpressureDrop()",
                        flux -> flux.onBackpressureDrop(),
                        "drop()",
                        () -> via(drop())),
                telling(
                        "onBackpressureDrop(Consumer)",
                        "onBackpressureDrop(lost)",
                        (flux, lost) -> flux.onBackpressureDrop(lost),
                        "drop().onDropped(lost)",
                        lost -> via(drop().onDropped(lost))),
                plain(
                        "onBackpressureError()",
                        "onBackpressureError()",
                        flux -> flux.onBackpressureError(),
                        "drop().onDropped((item, why) -> { throw Exceptions.failWithOverflow(); })",
                        () -> via(drop().onDropped((item, why) -> {
                            throw Exceptions.failWithOverflow();
                        }))),
                plain(
                                "onBackpressureLatest()",
                                "onBackpressureLatest()",
                                flux -> flux.onBackpressureLatest(),
                                "latest()",
                                () -> via(latest()))
                        .differingIn(ERROR_AFTER_ITEMS));
    }

    private static List<Row> sampling() {
        return List.of(
                timed(
                                "sample(Duration)",
                                "sample(period)",
                                (flux, period) -> flux.sample(period),
                                "sample(period)",
                                period -> via(sample(period)))
                        .differingIn(ERROR_AFTER_ITEMS, SAMPLE_WAITS, SAMPLE_ENDS_WITH_DEMAND, NOTHING_AFTER_CANCEL),
                timed(
                                "sample(Duration)",
                                "sample(period).onBackpressureLatest()",
                                (flux, period) -> flux.sample(period).onBackpressureLatest(),
                                "sample(period)",
                                period -> via(sample(period)))
                        .differingIn(ERROR_AFTER_ITEMS),
                sampled(
                                "sample(Publisher)",
                                "sample(sampler)",
                                (flux, sampler) -> flux.sample(sampler),
                                "sample(sampler)",
                                sampler -> via(sample(sampler)))
                        .differingIn(
                                ERROR_AFTER_ITEMS,
                                SAMPLE_WAITS,
                                SAMPLE_ENDS_WITH_DEMAND,
                                NOTHING_AFTER_CANCEL,
                                SAMPLER_ENDS));
    }

    private static List<Row> concatenating() {
        return List.of(
                flattening(
                                "concatMap(Function)",
                                "concatMap(mapper)",
                                (flux, mapper) -> flux.concatMap(mapper),
                                "concatMap(mapper)",
                                mapper -> via(concatMap(mapper)))
                        .differingIn(STARTS_AT_ONCE, ERROR_IN_ITS_PLACE),
                flattening(
                                "concatMap(Function, int)",
                                "concatMap(mapper, 0)",
                                (flux, mapper) -> flux.concatMap(mapper, 0),
                                "concatMap(mapper)",
                                mapper -> via(concatMap(mapper)))
                        .differingIn(STARTS_AT_ONCE, ERROR_IN_ITS_PLACE),
                flattening(
                                "concatMap(Function, int)",
                                "concatMap(mapper, 2)",
                                (flux, mapper) -> flux.concatMap(mapper, 2),
                                "concatMap(FlattenOptions.defaults().prefetch(2), mapper)",
                                mapper ->
                                        via(concatMap(FlattenOptions.defaults().prefetch(2), mapper)))
                        .differingIn(ERROR_IN_ITS_PLACE),
                flattening(
                                "concatMapDelayError(Function)",
                                "concatMapDelayError(mapper)",
                                (flux, mapper) -> flux.concatMapDelayError(mapper),
                                "concatMap(FlattenOptions.defaults().delayErrors(), mapper)",
                                mapper ->
                                        via(concatMap(FlattenOptions.defaults().delayErrors(), mapper)))
                        .differingIn(STARTS_AT_ONCE, MAPPER_NOT_DELAYED, FIRST_ERROR_ONLY),
                flattening(
                                "concatMapDelayError(Function, int)",
                                "concatMapDelayError(mapper, 2)",
                                (flux, mapper) -> flux.concatMapDelayError(mapper, 2),
                                "concatMap(FlattenOptions.defaults().prefetch(2).delayErrors(), mapper)",
                                mapper -> via(concatMap(
                                        FlattenOptions.defaults().prefetch(2).delayErrors(), mapper)))
                        .differingIn(EARLIER_ERRORS_KEPT, SUPPRESSED),
                flattening(
                                "concatMapDelayError(Function, boolean, int)",
                                "concatMapDelayError(mapper, false, 2)",
                                (flux, mapper) -> flux.concatMapDelayError(mapper, false, 2),
                                "concatMap(FlattenOptions.defaults().prefetch(2), mapper)",
                                mapper ->
                                        via(concatMap(FlattenOptions.defaults().prefetch(2), mapper)))
                        .differingIn(ERROR_AT_BOUNDARY, SUPPRESSED),
                iterating(
                                "concatMapIterable(Function)",
                                "concatMapIterable(mapper)",
                                (flux, mapper) -> flux.concatMapIterable(mapper),
                                "concatMap((Integer item) -> Weir.fromIterable(mapper.apply(item)))",
                                mapper -> via(concatMap((Integer item) -> Weir.fromIterable(mapper.apply(item)))))
                        .differingIn(ERROR_IN_ITS_PLACE),
                iterating(
                                "concatMapIterable(Function, int)",
                                "concatMapIterable(mapper, 1)",
                                (flux, mapper) -> flux.concatMapIterable(mapper, 1),
                                "concatMap((Integer item) -> Weir.fromIterable(mapper.apply(item)))",
                                mapper -> via(concatMap((Integer item) -> Weir.fromIterable(mapper.apply(item)))))
                        .differingIn(ERROR_IN_ITS_PLACE));
    }

    private static List<Row> merging() {
        return List.of(
                flattening(
                                "flatMap(Function, int)",
                                "flatMap(mapper, 2)",
                                (flux, mapper) -> flux.flatMap(mapper, 2),
                                "mergeMap(2, mapper)",
                                mapper -> via(mergeMap(2, mapper)))
                        .differingIn(ROOM_AT_ONCE, ANY_ERROR_AFTER_ITEMS, TURNS_AND_ERRORS),
                flattening(
                                "flatMap(Function, int, int)",
                                "flatMap(mapper, 2, 1)",
                                (flux, mapper) -> flux.flatMap(mapper, 2, 1),
                                "mergeMap(FlattenOptions.defaults().concurrency(2).prefetch(1), mapper)",
                                mapper -> via(mergeMap(
                                        FlattenOptions.defaults().concurrency(2).prefetch(1), mapper)))
                        .differingIn(ROOM_AT_ONCE, ANY_ERROR_AFTER_ITEMS, TURNS_AND_ERRORS),
                flattening(
                                "flatMapDelayError(Function, int, int)",
                                "flatMapDelayError(mapper, 2, 1)",
                                (flux, mapper) -> flux.flatMapDelayError(mapper, 2, 1),
                                "mergeMap(FlattenOptions.defaults().concurrency(2).prefetch(1).delayErrors(), mapper)",
                                mapper -> via(mergeMap(
                                        FlattenOptions.defaults()
                                                .concurrency(2)
                                                .prefetch(1)
                                                .delayErrors(),
                                        mapper)))
                        .differingIn(MAPPER_ENDS_STREAMS, SUPPRESSED, TURNS),
                iterating(
                                "flatMapIterable(Function, int)",
                                "flatMapIterable(mapper, 1)",
                                (flux, mapper) -> flux.flatMapIterable(mapper, 1),
                                "concatMap((Integer item) -> Weir.fromIterable(mapper.apply(item)))",
                                mapper -> via(concatMap((Integer item) -> Weir.fromIterable(mapper.apply(item)))))
                        .differingIn(ERROR_IN_ITS_PLACE));
    }

    @SuppressWarnings("deprecation") // it is still there to be replaced
    private static List<Row> switching() {
        return List.of(
                flattening(
                        "switchMap(Function)",
                        "switchMap(mapper)",
                        (flux, mapper) -> flux.switchMap(mapper),
                        "switchMap(mapper)",
                        mapper -> via(switchMap(mapper))),
                flattening(
                        "switchMap(Function, int)",
                        "switchMap(mapper, 0)",
                        (flux, mapper) -> flux.switchMap(mapper, 0),
                        "switchMap(mapper)",
                        mapper -> via(switchMap(mapper))),
                flattening(
                                "switchMap(Function, int)",
                                "switchMap(mapper, 2)",
                                (flux, mapper) -> flux.switchMap(mapper, 2),
                                "switchMap(mapper)",
                                mapper -> via(switchMap(mapper)))
                        .differingIn(NOTHING_AHEAD, STALE_ITEMS));
    }

    private static List<Absent> absent() {
        String aged = "No buffer forgets items by their age yet.";
        String first = "Nothing lets the first item of a period through yet.";
        String quiet = "Nothing waits for the source to be quiet yet.";
        String ordered = "Nothing runs several streams and keeps their order yet.";
        return List.of(
                new Absent("onBackpressureBuffer(Duration, int, Consumer)", aged),
                new Absent("onBackpressureBuffer(Duration, int, Consumer, Scheduler)", aged),
                new Absent("sampleFirst(Duration)", first),
                new Absent("sampleFirst(Function)", first),
                new Absent("sampleTimeout(Function)", quiet),
                new Absent("sampleTimeout(Function, int)", quiet),
                new Absent("flatMapSequential(Function, int)", ordered),
                new Absent("flatMapSequential(Function, int, int)", ordered),
                new Absent("flatMapSequentialDelayError(Function, int, int)", ordered));
    }

    // -------------------------------------------------------------------------------------- the kinds of rows

    private static Row plain(
            String signature,
            String call,
            UnaryOperator<Flux<Integer>> theirs,
            String replacement,
            Supplier<Function<Flux<Integer>, Flux<Integer>>> ours) {
        return row(Shape.PLAIN, signature, call, (flux, bench) -> theirs.apply(flux), replacement, bench -> ours.get());
    }

    private static Row telling(
            String signature,
            String call,
            BiFunction<Flux<Integer>, Consumer<Integer>, Flux<Integer>> theirs,
            String replacement,
            Function<BiConsumer<Object, DropReason>, Function<Flux<Integer>, Flux<Integer>>> ours) {
        return row(
                Shape.PLAIN,
                signature,
                call,
                (flux, bench) -> theirs.apply(flux, bench.lost()),
                replacement,
                bench -> ours.apply(bench::lost));
    }

    private static Row timed(
            String signature,
            String call,
            BiFunction<Flux<Integer>, Duration, Flux<Integer>> theirs,
            String replacement,
            Function<Duration, Function<Flux<Integer>, Flux<Integer>>> ours) {
        return row(
                Shape.TIMED,
                signature,
                call,
                (flux, bench) -> theirs.apply(flux, Bench.PERIOD),
                replacement,
                bench -> ours.apply(Bench.PERIOD));
    }

    private static Row sampled(
            String signature,
            String call,
            BiFunction<Flux<Integer>, Publisher<Integer>, Flux<Integer>> theirs,
            String replacement,
            Function<Publisher<Integer>, Function<Flux<Integer>, Flux<Integer>>> ours) {
        return row(
                Shape.SAMPLED,
                signature,
                call,
                (flux, bench) -> theirs.apply(flux, bench.sampler()),
                replacement,
                bench -> ours.apply(bench.sampler()));
    }

    private static Row flattening(
            String signature,
            String call,
            BiFunction<Flux<Integer>, Function<Integer, Publisher<? extends Integer>>, Flux<Integer>> theirs,
            String replacement,
            Function<Function<Integer, Publisher<? extends Integer>>, Function<Flux<Integer>, Flux<Integer>>> ours) {
        return row(
                Shape.FLATTENING,
                signature,
                call,
                (flux, bench) -> theirs.apply(flux, bench::innerOf),
                replacement,
                bench -> ours.apply(bench::innerOf));
    }

    private static Row iterating(
            String signature,
            String call,
            BiFunction<Flux<Integer>, Function<Integer, Iterable<Integer>>, Flux<Integer>> theirs,
            String replacement,
            Function<Function<Integer, Iterable<Integer>>, Function<Flux<Integer>, Flux<Integer>>> ours) {
        return row(
                Shape.ITERABLES,
                signature,
                call,
                (flux, bench) -> theirs.apply(flux, bench::iterableOf),
                replacement,
                bench -> ours.apply(bench::iterableOf));
    }

    private static Row row(
            Shape shape,
            String signature,
            String call,
            BiFunction<Flux<Integer>, Bench, Flux<Integer>> theirs,
            String replacement,
            Function<Bench, Function<Flux<Integer>, Flux<Integer>>> ours) {
        return new Row(
                signature,
                call,
                bench -> theirs.apply(Flux.from(bench.source()), bench),
                replacement,
                bench -> Flux.from(bench.source()).transform(ours.apply(bench)),
                shape,
                List.of());
    }
}
