package io.weir.rxjava3;

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
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;

/** The kinds of rows: what a call is given, and what its replacement. */
final class RxJavaRowKinds {
    private RxJavaRowKinds() {}

    static Row plain(
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

    static Row telling(
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

    static Row alarming(
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

    static Row timed(
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

    static Row timedTelling(
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

    static Row sampled(
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

    static Row flattening(
            String signature,
            String call,
            Call<Publisher<Integer>, Flowable<Integer>> theirs,
            String replacement,
            Ours<Publisher<Integer>> ours) {
        return mapping(Shape.FLATTENING, bench -> bench::innerOf, signature, call, theirs, replacement, ours);
    }

    static Row iterating(
            String signature,
            String call,
            Call<Iterable<Integer>, Flowable<Integer>> theirs,
            String replacement,
            Ours<Iterable<Integer>> ours) {
        return mapping(Shape.ITERABLES, bench -> bench::iterableOf, signature, call, theirs, replacement, ours);
    }

    static Row streaming(
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

    static Row single(
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

    static Row maybe(
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

    static Row completable(
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

    static Row combining(
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

    static Row combiningIterables(
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
    interface Mapper<S> extends Function<Integer, S>, io.reactivex.rxjava3.functions.Function<Integer, S> {
        @Override
        S apply(Integer item);
    }

    /** A call with a mapper. */
    @FunctionalInterface
    interface Call<S, R> {
        R on(Flowable<Integer> flowable, Mapper<S> mapper);
    }

    /** What replaces a call with a mapper. */
    @FunctionalInterface
    interface Ours<S> {
        FlowableTransformer<Integer, Integer> with(Mapper<S> mapper);
    }

    /** A call with a mapper and a combiner. */
    @FunctionalInterface
    interface CombiningCall<S> {
        Flowable<Integer> on(Flowable<Integer> flowable, Mapper<S> mapper, Combiner combiner);
    }

    /** What replaces a call with a mapper and a combiner. */
    @FunctionalInterface
    interface CombiningOurs<S> {
        FlowableTransformer<Integer, Integer> with(Mapper<S> mapper, Combiner combiner);
    }

    /** A call with a scheduler and a callback. */
    @FunctionalInterface
    interface TimedCall {
        Flowable<Integer> on(Flowable<Integer> flowable, Scheduler scheduler, Consumer<Integer> lost);
    }

    /** Makes an item of an inner stream out of that item and the one that became the stream. */
    static final class Combiner
            implements BiFunction<Integer, Integer, Integer>,
                    io.reactivex.rxjava3.functions.BiFunction<Integer, Integer, Integer> {
        @Override
        public Integer apply(Integer item, Integer inner) {
            return Schedule.itemOf(item, Schedule.placeOf(inner));
        }
    }
}
