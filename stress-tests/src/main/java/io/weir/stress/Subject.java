package io.weir.stress;

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
import static io.weir.flatten.FlattenOptions.defaults;
import static io.weir.stress.Trait.DELAYS_ERRORS;
import static io.weir.stress.Trait.DROPS;
import static io.weir.stress.Trait.FLATTENS;
import static io.weir.stress.Trait.GOES_BY_THE_CLOCK;
import static io.weir.stress.Trait.HAS_SOURCES;
import static io.weir.stress.Trait.MERGES;
import static io.weir.stress.Trait.PASSES_DEMAND;
import static io.weir.stress.Trait.PREFETCHES;
import static io.weir.stress.Trait.QUEUES;
import static io.weir.stress.Trait.SAMPLES;
import static io.weir.stress.Trait.TAKES_ALL;
import static io.weir.stress.Trait.TAKES_NEXT;
import static io.weir.stress.Trait.WAITS;

import io.weir.IdentityOperator;
import io.weir.Operator;
import io.weir.Operators;
import io.weir.flatten.FlattenOptions;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.reactivestreams.Publisher;

/** An operator that threads meet in. */
public final class Subject {
    /** The operators, a line each. */
    public static final List<Subject> ALL = List.of(
            of("map", map(item -> item), PASSES_DEMAND),
            of("filter", filter(item -> true), PASSES_DEMAND),
            of("take", take(100), PASSES_DEMAND),
            of("map below drop", drop().andThen(map(item -> item)), TAKES_ALL, DROPS),
            of("drop", drop(), TAKES_ALL, DROPS),
            of("latest", latest(), TAKES_ALL),
            of("buffer", buffer(2), TAKES_ALL, WAITS),
            of("buffer of 1, dropOldest", buffer(1).dropOldest(), TAKES_ALL),
            of("buffer, dropOldest", buffer(2).dropOldest(), TAKES_ALL, WAITS),
            of("buffer, dropNewest", buffer(2).dropNewest(), TAKES_ALL, WAITS),
            new Subject("sample", meeting -> sample(meeting.sampler()).apply(meeting.upstream()), TAKES_ALL, SAMPLES),
            new Subject(
                    "sample, by the clock",
                    meeting ->
                            sample(Duration.ofMillis(1)).timer(meeting.timer()).apply(meeting.upstream()),
                    TAKES_ALL,
                    SAMPLES,
                    GOES_BY_THE_CLOCK),
            flattening("concatMap", inners -> concatMap(inners)),
            flattening("concatMap, prefetch", inners -> concatMap(defaults().prefetch(2), inners), QUEUES, TAKES_NEXT),
            flattening("mergeMap", inners -> mergeMap(2, inners), PREFETCHES, MERGES, TAKES_NEXT),
            flattening("mergeMap, one at a time", inners -> mergeMap(1, inners), PREFETCHES),
            flattening("switchMap", inners -> switchMap(inners), TAKES_ALL, TAKES_NEXT),
            ofSources("concatMap of sources", inners -> concatMap(inners)),
            ofSources("mergeMap of sources", inners -> mergeMap(2, inners)),
            ofSources("switchMap of sources", inners -> switchMap(inners), TAKES_ALL),
            delayingErrors("concatMap, delayErrors", Operators::concatMap),
            delayingErrors(
                    "mergeMap, delayErrors", (options, inners) -> mergeMap(options.concurrency(2), inners), PREFETCHES),
            delayingErrors("switchMap, delayErrors", Operators::switchMap, TAKES_ALL));

    private final String name;
    private final Function<Meeting, Publisher<Object>> stage;
    private final Set<Trait> traits;

    Subject(String name, Function<Meeting, Publisher<Object>> stage, Trait... traits) {
        this.name = name;
        this.stage = stage;
        this.traits = EnumSet.noneOf(Trait.class);
        this.traits.addAll(List.of(traits));
    }

    private static Subject of(String name, IdentityOperator operator, Trait... traits) {
        return new Subject(name, meeting -> operator.apply(meeting.upstream()), traits);
    }

    private static Subject of(String name, Function<Publisher<Object>, Publisher<Object>> operator, Trait... traits) {
        return new Subject(name, meeting -> operator.apply(meeting.upstream()), traits);
    }

    private static Subject flattening(
            String name,
            Function<Function<Object, Publisher<Object>>, Function<Publisher<Object>, Publisher<Object>>> operator,
            Trait... traits) {
        return expanding(name, meeting -> operator.apply(meeting::innerOf), FLATTENS, traits);
    }

    private static Subject ofSources(
            String name,
            Function<Function<Object, Publisher<Object>>, Function<Publisher<Object>, Publisher<Object>>> operator,
            Trait... traits) {
        return expanding(name, meeting -> operator.apply(meeting::sourceOf), HAS_SOURCES, traits);
    }

    private static Subject expanding(
            String name,
            Function<Meeting, Function<Publisher<Object>, Publisher<Object>>> operator,
            Trait trait,
            Trait... traits) {
        Subject subject = new Subject(name, meeting -> operator.apply(meeting).apply(meeting.upstream()), traits);
        subject.traits.add(trait);
        return subject;
    }

    private static Subject delayingErrors(
            String name,
            BiFunction<FlattenOptions, Function<Object, Publisher<Object>>, Operator<Object, Object>> operator,
            Trait... traits) {
        return expanding(
                name, meeting -> operator.apply(defaults().delayErrors(), meeting::innerOf), DELAYS_ERRORS, traits);
    }

    /** A new stage for a meeting. */
    Publisher<Object> stageOf(Meeting meeting) {
        return stage.apply(meeting);
    }

    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    @Override
    public String toString() {
        return name;
    }
}
