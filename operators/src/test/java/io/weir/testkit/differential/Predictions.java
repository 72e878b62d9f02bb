package io.weir.testkit.differential;

import io.weir.testkit.differential.Event.Kind;
import java.util.Comparator;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** What differences foretell that more than one library has. */
public final class Predictions {
    private Predictions() {}

    /** An error of the source comes at once. */
    public static BiFunction<Pair, Trace, Trace> sourceErrorAtOnce() {
        return errorAtOnce(theirs -> Stream.ofNullable(theirs.endOfSource()));
    }

    /** The first error of these comes at once: the subscriber sees nothing more than it had seen when the error was sent. */
    public static BiFunction<Pair, Trace, Trace> errorAtOnce(Function<Bench, Stream<End>> ends) {
        return (pair, ours) -> ends.apply(pair.theirs())
                .filter(End::isFailure)
                .min(Comparator.comparingInt(End::step).thenComparingInt(End::seen))
                .map(end -> ours.first(end.seen()).plus(end.step(), Kind.ERROR, end.error()))
                .orElse(ours);
    }
}
