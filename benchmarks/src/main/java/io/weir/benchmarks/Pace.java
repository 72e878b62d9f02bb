package io.weir.benchmarks;

import io.weir.benchmarks.report.Numbers;
import java.time.Duration;

/**
 * How long a run measures. Of JMH, each contender of a row: every fork is a JVM of its own, in which some iterations warm up
 * and others count.
 */
record Pace(Length length, int forks, int warmUps, int iterations, int warmUpMillis, int millis) {
    // Where the compiler shares two cores with what it compiles, flattening mostly takes up to 1.5 s to become as
    // fast as it will, and seldom more than 2.
    static final Pace QUICK = new Pace(Length.QUICK, 1, 3, 3, 400, 100);
    static final Pace FULL = new Pace(Length.FULL, 2, 8, 3, 260, 150);

    private static final Duration START_OF_A_JVM = Duration.ofMillis(450);

    /** Which of two lengths a grid without JMH has. */
    enum Length {
        QUICK,
        FULL
    }

    Pace withForks(int other) {
        return new Pace(length, other, warmUps, iterations, warmUpMillis, millis);
    }

    Pace withMillis(int other) {
        return new Pace(length, forks, warmUps, iterations, other, other);
    }

    /** What JMH needs for one fork, about. */
    Duration perFork() {
        return START_OF_A_JVM.plusMillis((long) warmUps * warmUpMillis + (long) iterations * millis);
    }

    /** What a grid without JMH takes of its two lengths; shorter iterations of JMH make it shorter too. */
    Duration choose(Duration quick, Duration full) {
        return length == Length.QUICK
                ? quick.multipliedBy(millis).dividedBy(QUICK.millis)
                : full.multipliedBy(millis).dividedBy(FULL.millis);
    }

    @Override
    public String toString() {
        return Numbers.counted(forks, "fork") + " of " + warmUps + " warm-ups of " + warmUpMillis + " ms and "
                + Numbers.counted(iterations, "iteration") + " of " + millis + " ms";
    }
}
