package io.weir.contract;

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
import static io.weir.contract.Subject.Trait.COMPOSED;
import static io.weir.contract.Subject.Trait.DROPS;
import static io.weir.contract.Subject.Trait.LETS_WAIT;
import static io.weir.contract.Subject.Trait.SAMPLES;
import static io.weir.contract.Subject.Trait.TAKES_ALL;

import io.weir.Weir;
import java.util.List;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;

/** The operators that run through the contract suite, a line each. */
final class Subjects {
    private Subjects() {}

    static Stream<Subject> all() {
        return Stream.of(
                Subject.of(buffer(3), TAKES_ALL, LETS_WAIT, DROPS),
                Subject.of(buffer(3).dropOldest(), TAKES_ALL, LETS_WAIT, DROPS),
                Subject.of(buffer(3).dropNewest(), TAKES_ALL, LETS_WAIT, DROPS),
                Subject.of(drop(), TAKES_ALL, DROPS),
                Subject.of(latest(), TAKES_ALL, LETS_WAIT, DROPS),
                Subject.of(sample(Subject.PERIOD), TAKES_ALL, LETS_WAIT, DROPS, SAMPLES),
                Subject.flattening(options -> concatMap(options, Subjects::one)),
                Subject.flattening(options -> concatMap(options.prefetch(4), Subjects::one), LETS_WAIT),
                Subject.flattening(options -> concatMap(options.delayErrors(), Subjects::one)),
                Subject.flattening(options -> mergeMap(options.concurrency(1), Subjects::one), LETS_WAIT),
                Subject.flattening(options -> mergeMap(options.concurrency(4).prefetch(2), Subjects::one), LETS_WAIT),
                Subject.flattening(options -> mergeMap(options.concurrency(4).delayErrors(), Subjects::one), LETS_WAIT),
                Subject.flattening(options -> switchMap(options, Subjects::one), TAKES_ALL),
                Subject.flattening(options -> switchMap(options.delayErrors(), Subjects::one), TAKES_ALL),
                Subject.flattening(options -> concatMap(options, Subjects::sourceOfOne)),
                Subject.flattening(
                        options -> mergeMap(options.concurrency(4).prefetch(2), Subjects::sourceOfOne), LETS_WAIT),
                Subject.flattening(options -> switchMap(options, Subjects::sourceOfOne), TAKES_ALL),
                Subject.of(map(item -> item)),
                Subject.of(filter(item -> true)),
                Subject.of(take(1_000_000)),
                Subject.of(take(Long.MAX_VALUE)),
                Subject.of(
                        map(item -> item)
                                .andThen(filter(item -> true))
                                .andThen(take(1_000_000))
                                .andThen(map(item -> item)),
                        COMPOSED));
    }

    private static Publisher<Object> one(Object item) {
        return sourceOfOne(item)::subscribe;
    }

    /** It needs no subscription while it is demanded. */
    private static Publisher<Object> sourceOfOne(Object item) {
        return Weir.fromIterable(List.of(item));
    }
}
