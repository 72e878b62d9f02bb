package io.weir.testkit.differential;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.reactivestreams.Publisher;

/**
 * A call of another library, and what replaces it.
 *
 * @param signature the method that is called
 * @param call how the call is written
 * @param theirs runs it
 * @param replacement how its replacement is written
 * @param ours runs that
 * @param shape what may happen to it
 * @param differences what is known to differ, in the order in which it takes effect
 */
public record Row(
        String signature,
        String call,
        Function<Bench, ? extends Publisher<Integer>> theirs,
        String replacement,
        Function<Bench, ? extends Publisher<Integer>> ours,
        Shape shape,
        List<Difference> differences) {
    /** The same row with these differences. */
    public Row differingIn(Difference... known) {
        return new Row(signature, call, theirs, replacement, ours, shape, List.of(known));
    }

    Pair run(Library library, Schedule schedule) {
        Bench other = Bench.run(library, schedule, theirs, Set.of(), null);
        return new Pair(schedule, other, runOurs(library, schedule, Set.of(), other));
    }

    Bench runOurs(Library library, Schedule schedule, Set<WhatIf> whatIf, Bench other) {
        return Bench.run(library, schedule, ours, whatIf, other);
    }

    @Override
    public String toString() {
        return call;
    }
}
