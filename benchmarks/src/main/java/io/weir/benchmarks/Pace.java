package io.weir.benchmarks;

/**
 * How long JMH measures each contender of a row: every fork is a JVM of its own, in which some iterations warm up and others
 * count.
 */
record Pace(int forks, int warmUps, int iterations, int warmUpMillis, int millis) {
    // Where the compiler shares two cores with what it compiles, flattening takes a second to become as fast as it
    // will.
    static final Pace QUICK = new Pace(1, 3, 3, 400, 100);
    static final Pace FULL = new Pace(3, 5, 5, 400, 200);

    Pace withForks(int other) {
        return new Pace(other, warmUps, iterations, warmUpMillis, millis);
    }

    Pace withMillis(int other) {
        return new Pace(forks, warmUps, iterations, other, other);
    }

    @Override
    public String toString() {
        return Numbers.counted(forks, "fork") + " of " + warmUps + " warm-ups of " + warmUpMillis + " ms and "
                + Numbers.counted(iterations, "iteration") + " of " + millis + " ms";
    }
}
