package io.weir.stress.load;

import java.time.Duration;

/** What the crowd does when: phases of equal length, over and over. */
public final class Load {
    /**
     * A kind of load.
     *
     * @param name what the report calls it
     * @param burst how many items are sent, and half of how many at most are requested, at a time
     * @param pauseNanos how long a thread rests after each thing it does
     * @param consumes whether anything is requested
     * @param fails whether upstreams, inner streams and callbacks fail now and then
     * @param disturbancesPercent how often the one that disturbs ends or cancels a stream
     */
    public record Phase(
            String name, int burst, long pauseNanos, boolean consumes, boolean fails, int disturbancesPercent) {}

    private static final Phase[] PHASES = {
        new Phase("steady", 16, 100_000, true, false, 0),
        new Phase("step up", 64, 0, true, false, 1),
        new Phase("bursts", 512, 500_000, true, false, 1),
        new Phase("stall", 16, 100_000, false, false, 0),
        new Phase("errors", 16, 0, true, true, 5),
        new Phase("re-subscriptions", 4, 0, true, false, 100),
    };

    private final long start = System.nanoTime();
    private final long phaseNanos;

    public Load(Duration cycle) {
        this.phaseNanos = Math.max(1, cycle.toNanos() / PHASES.length);
    }

    public Phase now() {
        return PHASES[(int) ((System.nanoTime() - start) / phaseNanos % PHASES.length)];
    }
}
