package io.weir.stress;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Those operators in which an encounter can happen. */
public final class Subjects {
    private static @Nullable Subject only; // written before the threads that read it are started

    private final Subject[] candidates;

    private Subjects(Subject[] candidates) {
        this.candidates = candidates;
    }

    private static Subjects where(Predicate<Subject> has) {
        return new Subjects(Subject.ALL.stream().filter(has).toArray(Subject[]::new));
    }

    public static Subjects any() {
        return where(subject -> true);
    }

    public static Subjects with(Trait trait) {
        return where(subject -> subject.is(trait));
    }

    public static Subjects without(Trait... traits) {
        return where(subject -> Stream.of(traits).noneMatch(subject::is));
    }

    public static Subjects withButWithout(Trait trait, Trait other) {
        return where(subject -> subject.is(trait) && !subject.is(other));
    }

    public List<Subject> all() {
        return List.of(candidates);
    }

    /** From now on all encounters are with this one; with null they are with any. */
    public static void choose(@Nullable Subject subject) {
        only = subject;
    }

    Subject pick() {
        Subject chosen = only;
        return chosen != null ? chosen : candidates[ThreadLocalRandom.current().nextInt(candidates.length)];
    }
}
