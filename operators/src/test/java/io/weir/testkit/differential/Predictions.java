package io.weir.testkit.differential;

import io.weir.testkit.differential.Event.Kind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What differences foretell that more than one library has. */
public final class Predictions {
    private static final int NEVER = Integer.MAX_VALUE;

    private Predictions() {}

    /** What still waits at the end is not told. */
    public static BiFunction<Pair, Trace, Trace> nothingToldAtTheEnd() {
        return (pair, ours) -> ours.filter(event -> event.kind() != Kind.DROPPED_AT_THE_END);
    }

    /** The first error of these comes at once: the subscriber sees nothing more than it had seen when the error was sent. */
    public static BiFunction<Pair, Trace, Trace> errorAtOnce(Function<Bench, Stream<End>> ends) {
        return (pair, ours) -> ends.apply(pair.theirs())
                .filter(End::isFailure)
                .min(End.FIRST)
                .map(end -> ours.first(end.seen()).plus(end.step(), Kind.ERROR, end.error()))
                .orElse(ours);
    }

    /**
     * The first error of all comes at its step: whoever emits just then does not notice it before it is done, and then
     * delivers it together with others that have come from inner streams. The subscriber sees nothing of what comes later.
     */
    public static BiFunction<Pair, Trace, Trace> firstErrorAtItsStep() {
        return (pair, ours) -> {
            End first = pair.theirs().firstFailure();
            if (first == null) {
                return ours;
            }
            List<String> later = pair.theirs().endsOfInners().stream()
                    .filter(end -> end.isFailure() && end.order() > first.order())
                    .sorted(End.FIRST)
                    .map(End::error)
                    .toList();
            String error = later.isEmpty()
                    ? first.error()
                    : Bench.SEVERAL + first.error() + Bench.AND + String.join(Bench.AND, later);
            return ours.first(Math.max(first.seen(), pair.theirs().trace().size() - 1))
                    .plus(first.step(), Kind.ERROR, error);
        };
    }

    /**
     * Since streams take turns, or do not, the error of a stream whose items wait is reached at another step, after
     * another number of items, or after the error of another stream. Nothing is foretold of what follows; before that step, only the order differs.
     */
    public static BiFunction<Pair, Trace, Trace> errorReachedInTurn() {
        return (pair, ours) -> {
            Trace theirs = pair.theirs().trace();
            End their = pair.theirs().firstFailure();
            End our = pair.ours().firstFailure();
            int theirStep = stepOf(their);
            int ourStep = stepOf(our);
            boolean isSame = their != null && our != null && their.comesLike(our);
            int first = Math.min(theirStep, ourStep);
            boolean isAlikeBefore = itemsOfStreamsInAnyOrder()
                    .apply(before(first, ours))
                    .equals(itemsOfStreamsInAnyOrder().apply(before(first, theirs)));
            boolean isTheirError = theirs.last() != null
                    && theirs.last().kind() == Kind.ERROR
                    && theirs.last().step() == theirStep;
            boolean isNoErrorYet = theirStep == NEVER;
            return !isSame
                            && first != NEVER
                            && isAlikeBefore
                            && (isTheirError || isNoErrorYet)
                            && (hasTurns(theirs) || hasTurns(ours))
                    ? theirs
                    : ours;
        };
    }

    /** The stream ends as this ended, and as soon; if it did not, nothing changes. */
    public static Trace endNow(Trace ours, End end) {
        if (end == null) {
            return ours;
        }
        Trace before = ours.first(end.seen());
        return end.isFailure()
                ? before.plus(end.step(), Kind.ERROR, end.error())
                : before.plus(end.step(), Kind.COMPLETION, null);
    }

    /** The error of the source comes with the end of the inner stream that runs then, and together with its error. */
    public static Trace errorAtBoundary(Pair pair, Trace ours) {
        Bench theirs = pair.theirs();
        End source = theirs.endOfSource();
        return source == null || !source.isFailure()
                ? ours
                : theirs.endsOfInners().stream()
                        .filter(end -> End.FIRST.compare(end, source) >= 0)
                        .min(End.FIRST)
                        .map(end -> ours.first(end.seen())
                                .plus(
                                        end.step(),
                                        Kind.ERROR,
                                        end.isFailure() ? source.error() + ", " + end.error() : source.error()))
                        .orElse(ours);
    }

    private static boolean hasTurns(Trace trace) {
        return trace.events().stream()
                        .filter(event -> event.kind() == Kind.ITEM)
                        .map(event -> Schedule.streamOf((Integer) event.value()))
                        .distinct()
                        .count()
                > 1;
    }

    private static int stepOf(End end) {
        return end == null ? NEVER : end.step();
    }

    private static Trace before(int step, Trace trace) {
        return trace.filter(event -> event.step() < step);
    }

    /**
     * With {@link WhatIf}s that let sources complete where they would fail.
     *
     * @return the trace with a completion in place of an error
     */
    public static UnaryOperator<Trace> completionInPlaceOfError() {
        return trace ->
                trace.map(event -> event.kind() == Kind.ERROR ? new Event(event.step(), Kind.COMPLETION, null) : event);
    }

    /**
     * Several errors are reported as one of another kind, perhaps in another order.
     *
     * @return the errors in the order of their names
     */
    public static UnaryOperator<Trace> errorsInAnyForm() {
        return trace ->
                trace.map(event -> event.kind() != Kind.ERROR ? event : event.with(sorted((String) event.value())));
    }

    private static String sorted(String errors) {
        return Arrays.stream(errors.replace(Bench.SEVERAL, "").split(Bench.AND))
                .sorted()
                .collect(Collectors.joining(Bench.AND));
    }

    /**
     * The streams take turns, or do not.
     *
     * @return how many items come at each step, with the items of each stream in their order
     */
    public static UnaryOperator<Trace> itemsOfStreamsInAnyOrder() {
        return trace -> {
            Map<Integer, Integer> places = new HashMap<>();
            return trace.map(event -> {
                if (event.kind() != Kind.ITEM) {
                    return event;
                }
                int item = (Integer) event.value();
                int place = places.merge(Schedule.streamOf(item), 1, Integer::sum);
                boolean isNext = Schedule.placeOf(item) == place;
                return isNext ? event.with("the next of a stream") : event;
            });
        };
    }
}
