package io.weir.rxjava3;

import static io.reactivex.rxjava3.core.BackpressureOverflowStrategy.DROP_LATEST;
import static io.reactivex.rxjava3.core.BackpressureOverflowStrategy.DROP_OLDEST;
import static io.reactivex.rxjava3.core.BackpressureOverflowStrategy.ERROR;
import static io.weir.Operators.buffer;
import static io.weir.Operators.concatMap;
import static io.weir.Operators.drop;
import static io.weir.Operators.latest;
import static io.weir.Operators.mergeMap;
import static io.weir.Operators.sample;
import static io.weir.Operators.switchMap;
import static io.weir.rxjava3.RxJavaAdapter.via;
import static io.weir.rxjava3.RxJavaDifferences.ANY_ERROR_AFTER_ITEMS;
import static io.weir.rxjava3.RxJavaDifferences.ERROR_AFTER_ITEMS;
import static io.weir.rxjava3.RxJavaDifferences.ERROR_AT_BOUNDARY;
import static io.weir.rxjava3.RxJavaDifferences.ERROR_BEHIND_ONE;
import static io.weir.rxjava3.RxJavaDifferences.ERROR_IN_ITS_PLACE;
import static io.weir.rxjava3.RxJavaDifferences.EVERY_DROP_TOLD;
import static io.weir.rxjava3.RxJavaDifferences.IN_ORDER;
import static io.weir.rxjava3.RxJavaDifferences.LAST_EMITTED;
import static io.weir.rxjava3.RxJavaDifferences.MAPPER_ENDS_STREAMS;
import static io.weir.rxjava3.RxJavaDifferences.MAPPER_HANGS;
import static io.weir.rxjava3.RxJavaDifferences.NOTHING_AFTER_CANCEL;
import static io.weir.rxjava3.RxJavaDifferences.NOTHING_AHEAD;
import static io.weir.rxjava3.RxJavaDifferences.NO_MORE_THAN_REQUESTED;
import static io.weir.rxjava3.RxJavaDifferences.OTHER_ITEM_DROPPED;
import static io.weir.rxjava3.RxJavaDifferences.OVERFLOW_AFTER_ITEMS;
import static io.weir.rxjava3.RxJavaDifferences.ROOM_AT_ONCE;
import static io.weir.rxjava3.RxJavaDifferences.SAMPLER_ENDS;
import static io.weir.rxjava3.RxJavaDifferences.SAMPLE_ENDS_WITH_DEMAND;
import static io.weir.rxjava3.RxJavaDifferences.SAMPLE_WAITS;
import static io.weir.rxjava3.RxJavaDifferences.SOURCE_HEARD_FIRST;
import static io.weir.rxjava3.RxJavaDifferences.STARTS_AT_ONCE;
import static io.weir.rxjava3.RxJavaDifferences.SUPERSEDED_ERRORS;
import static io.weir.rxjava3.RxJavaDifferences.SUPPRESSED;
import static io.weir.rxjava3.RxJavaDifferences.TURNS;
import static io.weir.rxjava3.RxJavaDifferences.TURNS_AND_ERRORS;
import static io.weir.rxjava3.RxJavaRowKinds.alarming;
import static io.weir.rxjava3.RxJavaRowKinds.combining;
import static io.weir.rxjava3.RxJavaRowKinds.combiningIterables;
import static io.weir.rxjava3.RxJavaRowKinds.completable;
import static io.weir.rxjava3.RxJavaRowKinds.flattening;
import static io.weir.rxjava3.RxJavaRowKinds.iterating;
import static io.weir.rxjava3.RxJavaRowKinds.maybe;
import static io.weir.rxjava3.RxJavaRowKinds.plain;
import static io.weir.rxjava3.RxJavaRowKinds.sampled;
import static io.weir.rxjava3.RxJavaRowKinds.single;
import static io.weir.rxjava3.RxJavaRowKinds.streaming;
import static io.weir.rxjava3.RxJavaRowKinds.telling;
import static io.weir.rxjava3.RxJavaRowKinds.timed;
import static io.weir.rxjava3.RxJavaRowKinds.timedTelling;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.reactivex.rxjava3.core.Flowable;
import io.weir.DropReason;
import io.weir.flatten.FlattenOptions;
import io.weir.testkit.differential.Row;
import io.weir.testkit.differential.Table;
import io.weir.testkit.differential.Table.Absent;
import io.weir.testkit.differential.Table.Group;
import java.time.Duration;
import java.util.List;

/** The calls of RxJava's that come into question, each as it is written and as it is run. */
final class RxJavaRows {
    static final Table TABLE = new Table(
            "From RxJava",
            List.of(RxJavaDifferences.INVALID_REQUEST),
            List.of(
                    new Group("When nobody has asked", overflow()),
                    new Group("Once in a period", sampling()),
                    new Group("One stream after the other", concatenating()),
                    new Group("Several streams at once", merging()),
                    new Group("The newest stream only", switching())),
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

    private static List<Row> concatenating() {
        return List.of(
                flattening(
                                "concatMap(Function)",
                                "concatMap(mapper)",
                                (flowable, mapper) -> flowable.concatMap(mapper),
                                "concatMap(mapper)",
                                mapper -> via(concatMap(mapper)))
                        .differingIn(ERROR_IN_ITS_PLACE),
                flattening(
                                "concatMap(Function, int)",
                                "concatMap(mapper, 2)",
                                (flowable, mapper) -> flowable.concatMap(mapper, 2),
                                "concatMap(FlattenOptions.defaults().prefetch(2), mapper)",
                                mapper ->
                                        via(concatMap(FlattenOptions.defaults().prefetch(2), mapper)))
                        .differingIn(ERROR_IN_ITS_PLACE),
                flattening(
                                "concatMapDelayError(Function)",
                                "concatMapDelayError(mapper)",
                                (flowable, mapper) -> flowable.concatMapDelayError(mapper),
                                "concatMap(FlattenOptions.defaults().delayErrors(), mapper)",
                                mapper ->
                                        via(concatMap(FlattenOptions.defaults().delayErrors(), mapper)))
                        .differingIn(SOURCE_HEARD_FIRST, SUPPRESSED),
                flattening(
                                "concatMapDelayError(Function, boolean, int)",
                                "concatMapDelayError(mapper, true, 2)",
                                (flowable, mapper) -> flowable.concatMapDelayError(mapper, true, 2),
                                "concatMap(FlattenOptions.defaults().prefetch(2).delayErrors(), mapper)",
                                mapper -> via(concatMap(
                                        FlattenOptions.defaults().prefetch(2).delayErrors(), mapper)))
                        .differingIn(SOURCE_HEARD_FIRST, SUPPRESSED),
                flattening(
                                "concatMapDelayError(Function, boolean, int)",
                                "concatMapDelayError(mapper, false, 2)",
                                (flowable, mapper) -> flowable.concatMapDelayError(mapper, false, 2),
                                "concatMap(FlattenOptions.defaults().prefetch(2), mapper)",
                                mapper ->
                                        via(concatMap(FlattenOptions.defaults().prefetch(2), mapper)))
                        .differingIn(ERROR_AT_BOUNDARY, SUPPRESSED),
                iterating(
                                "concatMapIterable(Function)",
                                "concatMapIterable(mapper)",
                                (flowable, mapper) -> flowable.concatMapIterable(mapper),
                                "concatMap((Integer item) -> Flowable.fromIterable(mapper.apply(item)))",
                                mapper -> via(concatMap((Integer item) -> Flowable.fromIterable(mapper.apply(item)))))
                        .differingIn(ERROR_IN_ITS_PLACE),
                iterating(
                                "concatMapIterable(Function, int)",
                                "concatMapIterable(mapper, 2)",
                                (flowable, mapper) -> flowable.concatMapIterable(mapper, 2),
                                "concatMap(FlattenOptions.defaults().prefetch(2), (Integer item) -> Flowable.fromIterable(mapper.apply(item)))",
                                mapper -> via(concatMap(
                                        FlattenOptions.defaults().prefetch(2),
                                        (Integer item) -> Flowable.fromIterable(mapper.apply(item)))))
                        .differingIn(ERROR_IN_ITS_PLACE),
                streaming(
                                "concatMapStream(Function)",
                                "concatMapStream(mapper)",
                                (flowable, mapper) -> flowable.concatMapStream(mapper),
                                "concatMap((Integer item) -> Flowable.fromStream(mapper.apply(item)))",
                                mapper -> via(concatMap((Integer item) -> Flowable.fromStream(mapper.apply(item)))))
                        .differingIn(ERROR_IN_ITS_PLACE),
                streaming(
                                "concatMapStream(Function, int)",
                                "concatMapStream(mapper, 2)",
                                (flowable, mapper) -> flowable.concatMapStream(mapper, 2),
                                "concatMap(FlattenOptions.defaults().prefetch(2), (Integer item) -> Flowable.fromStream(mapper.apply(item)))",
                                mapper -> via(concatMap(
                                        FlattenOptions.defaults().prefetch(2),
                                        (Integer item) -> Flowable.fromStream(mapper.apply(item)))))
                        .differingIn(ERROR_IN_ITS_PLACE),
                single(
                                "concatMapSingle(Function)",
                                "concatMapSingle(mapper)",
                                (flowable, mapper) -> flowable.concatMapSingle(mapper),
                                "concatMap((Integer item) -> mapper.apply(item).toFlowable())",
                                mapper -> via(concatMap(
                                        (Integer item) -> mapper.apply(item).toFlowable())))
                        .differingIn(SOURCE_HEARD_FIRST, ERROR_IN_ITS_PLACE, SUPPRESSED),
                single(
                                "concatMapSingle(Function, int)",
                                "concatMapSingle(mapper, 2)",
                                (flowable, mapper) -> flowable.concatMapSingle(mapper, 2),
                                "concatMap(FlattenOptions.defaults().prefetch(2), (Integer item) -> mapper.apply(item).toFlowable())",
                                mapper -> via(concatMap(
                                        FlattenOptions.defaults().prefetch(2),
                                        (Integer item) -> mapper.apply(item).toFlowable())))
                        .differingIn(SOURCE_HEARD_FIRST, ERROR_IN_ITS_PLACE, SUPPRESSED),
                single(
                                "concatMapSingleDelayError(Function)",
                                "concatMapSingleDelayError(mapper)",
                                (flowable, mapper) -> flowable.concatMapSingleDelayError(mapper),
                                "concatMap(FlattenOptions.defaults().delayErrors(), (Integer item) -> mapper.apply(item).toFlowable())",
                                mapper -> via(concatMap(
                                        FlattenOptions.defaults().delayErrors(),
                                        (Integer item) -> mapper.apply(item).toFlowable())))
                        .differingIn(SOURCE_HEARD_FIRST, SUPPRESSED),
                single(
                                "concatMapSingleDelayError(Function, boolean)",
                                "concatMapSingleDelayError(mapper, false)",
                                (flowable, mapper) -> flowable.concatMapSingleDelayError(mapper, false),
                                "concatMap((Integer item) -> mapper.apply(item).toFlowable())",
                                mapper -> via(concatMap(
                                        (Integer item) -> mapper.apply(item).toFlowable())))
                        .differingIn(SOURCE_HEARD_FIRST, ERROR_BEHIND_ONE, SUPPRESSED),
                single(
                                "concatMapSingleDelayError(Function, boolean, int)",
                                "concatMapSingleDelayError(mapper, true, 2)",
                                (flowable, mapper) -> flowable.concatMapSingleDelayError(mapper, true, 2),
                                "concatMap(FlattenOptions.defaults().prefetch(2).delayErrors(), (Integer item) -> mapper.apply(item).toFlowable())",
                                mapper -> via(concatMap(
                                        FlattenOptions.defaults().prefetch(2).delayErrors(),
                                        (Integer item) -> mapper.apply(item).toFlowable())))
                        .differingIn(SOURCE_HEARD_FIRST, SUPPRESSED),
                maybe(
                                "concatMapMaybe(Function)",
                                "concatMapMaybe(mapper)",
                                (flowable, mapper) -> flowable.concatMapMaybe(mapper),
                                "concatMap((Integer item) -> mapper.apply(item).toFlowable())",
                                mapper -> via(concatMap(
                                        (Integer item) -> mapper.apply(item).toFlowable())))
                        .differingIn(SOURCE_HEARD_FIRST, ERROR_IN_ITS_PLACE, SUPPRESSED),
                maybe(
                                "concatMapMaybe(Function, int)",
                                "concatMapMaybe(mapper, 2)",
                                (flowable, mapper) -> flowable.concatMapMaybe(mapper, 2),
                                "concatMap(FlattenOptions.defaults().prefetch(2), (Integer item) -> mapper.apply(item).toFlowable())",
                                mapper -> via(concatMap(
                                        FlattenOptions.defaults().prefetch(2),
                                        (Integer item) -> mapper.apply(item).toFlowable())))
                        .differingIn(SOURCE_HEARD_FIRST, ERROR_IN_ITS_PLACE, SUPPRESSED),
                maybe(
                                "concatMapMaybeDelayError(Function)",
                                "concatMapMaybeDelayError(mapper)",
                                (flowable, mapper) -> flowable.concatMapMaybeDelayError(mapper),
                                "concatMap(FlattenOptions.defaults().delayErrors(), (Integer item) -> mapper.apply(item).toFlowable())",
                                mapper -> via(concatMap(
                                        FlattenOptions.defaults().delayErrors(),
                                        (Integer item) -> mapper.apply(item).toFlowable())))
                        .differingIn(SOURCE_HEARD_FIRST, SUPPRESSED),
                maybe(
                                "concatMapMaybeDelayError(Function, boolean)",
                                "concatMapMaybeDelayError(mapper, false)",
                                (flowable, mapper) -> flowable.concatMapMaybeDelayError(mapper, false),
                                "concatMap((Integer item) -> mapper.apply(item).toFlowable())",
                                mapper -> via(concatMap(
                                        (Integer item) -> mapper.apply(item).toFlowable())))
                        .differingIn(SOURCE_HEARD_FIRST, ERROR_BEHIND_ONE, SUPPRESSED),
                maybe(
                                "concatMapMaybeDelayError(Function, boolean, int)",
                                "concatMapMaybeDelayError(mapper, true, 2)",
                                (flowable, mapper) -> flowable.concatMapMaybeDelayError(mapper, true, 2),
                                "concatMap(FlattenOptions.defaults().prefetch(2).delayErrors(), (Integer item) -> mapper.apply(item).toFlowable())",
                                mapper -> via(concatMap(
                                        FlattenOptions.defaults().prefetch(2).delayErrors(),
                                        (Integer item) -> mapper.apply(item).toFlowable())))
                        .differingIn(SOURCE_HEARD_FIRST, SUPPRESSED),
                completable(
                                "concatMapCompletable(Function)",
                                "concatMapCompletable(mapper)",
                                (flowable, mapper) -> flowable.concatMapCompletable(mapper),
                                "concatMap((Integer item) -> mapper.apply(item).toFlowable())",
                                mapper -> via(concatMap(
                                        (Integer item) -> mapper.apply(item).toFlowable())))
                        .differingIn(SOURCE_HEARD_FIRST, ERROR_IN_ITS_PLACE, SUPPRESSED),
                completable(
                                "concatMapCompletable(Function, int)",
                                "concatMapCompletable(mapper, 2)",
                                (flowable, mapper) -> flowable.concatMapCompletable(mapper, 2),
                                "concatMap(FlattenOptions.defaults().prefetch(2), (Integer item) -> mapper.apply(item).toFlowable())",
                                mapper -> via(concatMap(
                                        FlattenOptions.defaults().prefetch(2),
                                        (Integer item) -> mapper.apply(item).toFlowable())))
                        .differingIn(SOURCE_HEARD_FIRST, ERROR_IN_ITS_PLACE, SUPPRESSED),
                completable(
                                "concatMapCompletableDelayError(Function)",
                                "concatMapCompletableDelayError(mapper)",
                                (flowable, mapper) -> flowable.concatMapCompletableDelayError(mapper),
                                "concatMap(FlattenOptions.defaults().delayErrors(), (Integer item) -> mapper.apply(item).toFlowable())",
                                mapper -> via(concatMap(
                                        FlattenOptions.defaults().delayErrors(),
                                        (Integer item) -> mapper.apply(item).toFlowable())))
                        .differingIn(SOURCE_HEARD_FIRST, SUPPRESSED),
                completable(
                                "concatMapCompletableDelayError(Function, boolean)",
                                "concatMapCompletableDelayError(mapper, false)",
                                (flowable, mapper) -> flowable.concatMapCompletableDelayError(mapper, false),
                                "concatMap((Integer item) -> mapper.apply(item).toFlowable())",
                                mapper -> via(concatMap(
                                        (Integer item) -> mapper.apply(item).toFlowable())))
                        .differingIn(SOURCE_HEARD_FIRST, ERROR_AT_BOUNDARY, SUPPRESSED),
                completable(
                                "concatMapCompletableDelayError(Function, boolean, int)",
                                "concatMapCompletableDelayError(mapper, true, 2)",
                                (flowable, mapper) -> flowable.concatMapCompletableDelayError(mapper, true, 2),
                                "concatMap(FlattenOptions.defaults().prefetch(2).delayErrors(), (Integer item) -> mapper.apply(item).toFlowable())",
                                mapper -> via(concatMap(
                                        FlattenOptions.defaults().prefetch(2).delayErrors(),
                                        (Integer item) -> mapper.apply(item).toFlowable())))
                        .differingIn(SOURCE_HEARD_FIRST, SUPPRESSED));
    }

    private static List<Row> merging() {
        return List.of(
                flattening(
                                "flatMap(Function, int)",
                                "flatMap(mapper, 2)",
                                (flowable, mapper) -> flowable.flatMap(mapper, 2),
                                "mergeMap(2, mapper)",
                                mapper -> via(mergeMap(2, mapper)))
                        .differingIn(ROOM_AT_ONCE, ANY_ERROR_AFTER_ITEMS, TURNS_AND_ERRORS),
                flattening(
                                "flatMap(Function, boolean, int)",
                                "flatMap(mapper, true, 2)",
                                (flowable, mapper) -> flowable.flatMap(mapper, true, 2),
                                "mergeMap(FlattenOptions.defaults().concurrency(2).delayErrors(), mapper)",
                                mapper -> via(mergeMap(
                                        FlattenOptions.defaults().concurrency(2).delayErrors(), mapper)))
                        .differingIn(MAPPER_ENDS_STREAMS, SUPPRESSED, TURNS),
                flattening(
                                "flatMap(Function, boolean, int, int)",
                                "flatMap(mapper, false, 2, 1)",
                                (flowable, mapper) -> flowable.flatMap(mapper, false, 2, 1),
                                "mergeMap(FlattenOptions.defaults().concurrency(2).prefetch(1), mapper)",
                                mapper -> via(mergeMap(
                                        FlattenOptions.defaults().concurrency(2).prefetch(1), mapper)))
                        .differingIn(ROOM_AT_ONCE, ANY_ERROR_AFTER_ITEMS, TURNS_AND_ERRORS),
                flattening(
                                "flatMap(Function, boolean, int, int)",
                                "flatMap(mapper, true, 2, 1)",
                                (flowable, mapper) -> flowable.flatMap(mapper, true, 2, 1),
                                "mergeMap(FlattenOptions.defaults().concurrency(2).prefetch(1).delayErrors(), mapper)",
                                mapper -> via(mergeMap(
                                        FlattenOptions.defaults()
                                                .concurrency(2)
                                                .prefetch(1)
                                                .delayErrors(),
                                        mapper)))
                        .differingIn(MAPPER_ENDS_STREAMS, SUPPRESSED, TURNS),
                combining(
                                "flatMap(Function, BiFunction, int)",
                                "flatMap(mapper, combiner, 2)",
                                (flowable, mapper, combiner) -> flowable.flatMap(mapper, combiner, 2),
                                "mergeMap(2, (Integer item) -> Flowable.fromPublisher(mapper.apply(item)).map(inner -> combiner.apply(item, inner)))",
                                (mapper, combiner) -> via(mergeMap(
                                        2,
                                        (Integer item) -> Flowable.fromPublisher(mapper.apply(item))
                                                .map(inner -> combiner.apply(item, inner)))))
                        .differingIn(ROOM_AT_ONCE, ANY_ERROR_AFTER_ITEMS, TURNS_AND_ERRORS),
                combining(
                                "flatMap(Function, BiFunction, boolean, int)",
                                "flatMap(mapper, combiner, true, 2)",
                                (flowable, mapper, combiner) -> flowable.flatMap(mapper, combiner, true, 2),
                                "mergeMap(FlattenOptions.defaults().concurrency(2).delayErrors(), (Integer item) -> Flowable.fromPublisher(mapper.apply(item)).map(inner -> combiner.apply(item, inner)))",
                                (mapper, combiner) -> via(mergeMap(
                                        FlattenOptions.defaults().concurrency(2).delayErrors(),
                                        (Integer item) -> Flowable.fromPublisher(mapper.apply(item))
                                                .map(inner -> combiner.apply(item, inner)))))
                        .differingIn(MAPPER_ENDS_STREAMS, SUPPRESSED, TURNS),
                combining(
                                "flatMap(Function, BiFunction, boolean, int, int)",
                                "flatMap(mapper, combiner, false, 2, 1)",
                                (flowable, mapper, combiner) -> flowable.flatMap(mapper, combiner, false, 2, 1),
                                "mergeMap(FlattenOptions.defaults().concurrency(2).prefetch(1), (Integer item) -> Flowable.fromPublisher(mapper.apply(item)).map(inner -> combiner.apply(item, inner)))",
                                (mapper, combiner) -> via(mergeMap(
                                        FlattenOptions.defaults().concurrency(2).prefetch(1),
                                        (Integer item) -> Flowable.fromPublisher(mapper.apply(item))
                                                .map(inner -> combiner.apply(item, inner)))))
                        .differingIn(ROOM_AT_ONCE, ANY_ERROR_AFTER_ITEMS, TURNS_AND_ERRORS),
                iterating(
                                "flatMapIterable(Function, int)",
                                "flatMapIterable(mapper, 2)",
                                (flowable, mapper) -> flowable.flatMapIterable(mapper, 2),
                                "concatMap(FlattenOptions.defaults().prefetch(2), (Integer item) -> Flowable.fromIterable(mapper.apply(item)))",
                                mapper -> via(concatMap(
                                        FlattenOptions.defaults().prefetch(2),
                                        (Integer item) -> Flowable.fromIterable(mapper.apply(item)))))
                        .differingIn(ERROR_IN_ITS_PLACE),
                combiningIterables(
                                "flatMapIterable(Function, BiFunction, int)",
                                "flatMapIterable(mapper, combiner, 2)",
                                (flowable, mapper, combiner) -> flowable.flatMapIterable(mapper, combiner, 2),
                                "concatMap((Integer item) -> Flowable.fromIterable(mapper.apply(item)).map(inner -> combiner.apply(item, inner)))",
                                (mapper, combiner) ->
                                        via(concatMap((Integer item) -> Flowable.fromIterable(mapper.apply(item))
                                                .map(inner -> combiner.apply(item, inner)))))
                        .differingIn(ANY_ERROR_AFTER_ITEMS, IN_ORDER),
                streaming(
                                "flatMapStream(Function, int)",
                                "flatMapStream(mapper, 2)",
                                (flowable, mapper) -> flowable.flatMapStream(mapper, 2),
                                "concatMap(FlattenOptions.defaults().prefetch(2), (Integer item) -> Flowable.fromStream(mapper.apply(item)))",
                                mapper -> via(concatMap(
                                        FlattenOptions.defaults().prefetch(2),
                                        (Integer item) -> Flowable.fromStream(mapper.apply(item)))))
                        .differingIn(ERROR_IN_ITS_PLACE),
                single(
                                "flatMapSingle(Function, boolean, int)",
                                "flatMapSingle(mapper, false, 2)",
                                (flowable, mapper) -> flowable.flatMapSingle(mapper, false, 2),
                                "mergeMap(2, (Integer item) -> mapper.apply(item).toFlowable())",
                                mapper -> via(mergeMap(
                                        2, (Integer item) -> mapper.apply(item).toFlowable())))
                        .differingIn(ANY_ERROR_AFTER_ITEMS, TURNS_AND_ERRORS),
                single(
                                "flatMapSingle(Function, boolean, int)",
                                "flatMapSingle(mapper, true, 2)",
                                (flowable, mapper) -> flowable.flatMapSingle(mapper, true, 2),
                                "mergeMap(FlattenOptions.defaults().concurrency(2).delayErrors(), (Integer item) -> mapper.apply(item).toFlowable())",
                                mapper -> via(mergeMap(
                                        FlattenOptions.defaults().concurrency(2).delayErrors(),
                                        (Integer item) -> mapper.apply(item).toFlowable())))
                        .differingIn(MAPPER_ENDS_STREAMS, SUPPRESSED, TURNS),
                maybe(
                                "flatMapMaybe(Function, boolean, int)",
                                "flatMapMaybe(mapper, false, 2)",
                                (flowable, mapper) -> flowable.flatMapMaybe(mapper, false, 2),
                                "mergeMap(2, (Integer item) -> mapper.apply(item).toFlowable())",
                                mapper -> via(mergeMap(
                                        2, (Integer item) -> mapper.apply(item).toFlowable())))
                        .differingIn(ANY_ERROR_AFTER_ITEMS, TURNS_AND_ERRORS),
                maybe(
                                "flatMapMaybe(Function, boolean, int)",
                                "flatMapMaybe(mapper, true, 2)",
                                (flowable, mapper) -> flowable.flatMapMaybe(mapper, true, 2),
                                "mergeMap(FlattenOptions.defaults().concurrency(2).delayErrors(), (Integer item) -> mapper.apply(item).toFlowable())",
                                mapper -> via(mergeMap(
                                        FlattenOptions.defaults().concurrency(2).delayErrors(),
                                        (Integer item) -> mapper.apply(item).toFlowable())))
                        .differingIn(MAPPER_ENDS_STREAMS, SUPPRESSED, TURNS),
                completable(
                        "flatMapCompletable(Function, boolean, int)",
                        "flatMapCompletable(mapper, false, 2)",
                        (flowable, mapper) -> flowable.flatMapCompletable(mapper, false, 2),
                        "mergeMap(2, (Integer item) -> mapper.apply(item).toFlowable())",
                        mapper -> via(
                                mergeMap(2, (Integer item) -> mapper.apply(item).toFlowable()))),
                completable(
                                "flatMapCompletable(Function, boolean, int)",
                                "flatMapCompletable(mapper, true, 2)",
                                (flowable, mapper) -> flowable.flatMapCompletable(mapper, true, 2),
                                "mergeMap(FlattenOptions.defaults().concurrency(2).delayErrors(), (Integer item) -> mapper.apply(item).toFlowable())",
                                mapper -> via(mergeMap(
                                        FlattenOptions.defaults().concurrency(2).delayErrors(),
                                        (Integer item) -> mapper.apply(item).toFlowable())))
                        .differingIn(MAPPER_ENDS_STREAMS, SUPPRESSED));
    }

    private static List<Row> switching() {
        return List.of(
                flattening(
                                "switchMap(Function)",
                                "switchMap(mapper)",
                                (flowable, mapper) -> flowable.switchMap(mapper),
                                "switchMap(mapper)",
                                mapper -> via(switchMap(mapper)))
                        .differingIn(STARTS_AT_ONCE, NO_MORE_THAN_REQUESTED, NOTHING_AHEAD),
                flattening(
                                "switchMap(Function, int)",
                                "switchMap(mapper, 2)",
                                (flowable, mapper) -> flowable.switchMap(mapper, 2),
                                "switchMap(mapper)",
                                mapper -> via(switchMap(mapper)))
                        .differingIn(STARTS_AT_ONCE, NO_MORE_THAN_REQUESTED, NOTHING_AHEAD),
                flattening(
                                "switchMapDelayError(Function)",
                                "switchMapDelayError(mapper)",
                                (flowable, mapper) -> flowable.switchMapDelayError(mapper),
                                "switchMap(FlattenOptions.defaults().delayErrors(), mapper)",
                                mapper ->
                                        via(switchMap(FlattenOptions.defaults().delayErrors(), mapper)))
                        .differingIn(
                                STARTS_AT_ONCE, NO_MORE_THAN_REQUESTED, MAPPER_HANGS, SUPERSEDED_ERRORS, SUPPRESSED),
                flattening(
                                "switchMapDelayError(Function, int)",
                                "switchMapDelayError(mapper, 2)",
                                (flowable, mapper) -> flowable.switchMapDelayError(mapper, 2),
                                "switchMap(FlattenOptions.defaults().delayErrors(), mapper)",
                                mapper ->
                                        via(switchMap(FlattenOptions.defaults().delayErrors(), mapper)))
                        .differingIn(
                                STARTS_AT_ONCE, NO_MORE_THAN_REQUESTED, MAPPER_HANGS, SUPERSEDED_ERRORS, SUPPRESSED),
                single(
                        "switchMapSingle(Function)",
                        "switchMapSingle(mapper)",
                        (flowable, mapper) -> flowable.switchMapSingle(mapper),
                        "switchMap((Integer item) -> mapper.apply(item).toFlowable())",
                        mapper -> via(
                                switchMap((Integer item) -> mapper.apply(item).toFlowable()))),
                single(
                                "switchMapSingleDelayError(Function)",
                                "switchMapSingleDelayError(mapper)",
                                (flowable, mapper) -> flowable.switchMapSingleDelayError(mapper),
                                "switchMap(FlattenOptions.defaults().delayErrors(), (Integer item) -> mapper.apply(item).toFlowable())",
                                mapper -> via(switchMap(
                                        FlattenOptions.defaults().delayErrors(),
                                        (Integer item) -> mapper.apply(item).toFlowable())))
                        .differingIn(MAPPER_HANGS, SUPPRESSED),
                maybe(
                        "switchMapMaybe(Function)",
                        "switchMapMaybe(mapper)",
                        (flowable, mapper) -> flowable.switchMapMaybe(mapper),
                        "switchMap((Integer item) -> mapper.apply(item).toFlowable())",
                        mapper -> via(
                                switchMap((Integer item) -> mapper.apply(item).toFlowable()))),
                maybe(
                                "switchMapMaybeDelayError(Function)",
                                "switchMapMaybeDelayError(mapper)",
                                (flowable, mapper) -> flowable.switchMapMaybeDelayError(mapper),
                                "switchMap(FlattenOptions.defaults().delayErrors(), (Integer item) -> mapper.apply(item).toFlowable())",
                                mapper -> via(switchMap(
                                        FlattenOptions.defaults().delayErrors(),
                                        (Integer item) -> mapper.apply(item).toFlowable())))
                        .differingIn(MAPPER_HANGS, SUPPRESSED),
                completable(
                        "switchMapCompletable(Function)",
                        "switchMapCompletable(mapper)",
                        (flowable, mapper) -> flowable.switchMapCompletable(mapper),
                        "switchMap((Integer item) -> mapper.apply(item).toFlowable())",
                        mapper -> via(
                                switchMap((Integer item) -> mapper.apply(item).toFlowable()))),
                completable(
                                "switchMapCompletableDelayError(Function)",
                                "switchMapCompletableDelayError(mapper)",
                                (flowable, mapper) -> flowable.switchMapCompletableDelayError(mapper),
                                "switchMap(FlattenOptions.defaults().delayErrors(), (Integer item) -> mapper.apply(item).toFlowable())",
                                mapper -> via(switchMap(
                                        FlattenOptions.defaults().delayErrors(),
                                        (Integer item) -> mapper.apply(item).toFlowable())))
                        .differingIn(MAPPER_HANGS, SUPPRESSED));
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
                        "Nothing turns the end, or an error, into a stream yet."));
    }
}
