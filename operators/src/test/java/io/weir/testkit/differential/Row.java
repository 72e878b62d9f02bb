package io.weir.testkit.differential;

import java.util.List;
import java.util.function.Function;
import org.reactivestreams.Publisher;

/**
 * A call of another library, and what replaces it.
 *
 * @param call how the call is written
 * @param theirs runs it
 * @param replacement how its replacement is written
 * @param ours runs that
 * @param shape what may happen to it
 * @param differences what is known to differ, in the order in which it takes effect
 */
public record Row(
        String call,
        Function<Bench, ? extends Publisher<Integer>> theirs,
        String replacement,
        Function<Bench, ? extends Publisher<Integer>> ours,
        Shape shape,
        List<Difference> differences) {
    /** The same row with these differences. */
    public Row differingIn(Difference... known) {
        return new Row(call, theirs, replacement, ours, shape, List.of(known));
    }

    Pair run(Library library, Schedule schedule) {
        return new Pair(schedule, Bench.run(library, schedule, theirs), Bench.run(library, schedule, ours));
    }

    @Override
    public String toString() {
        return call;
    }
}
