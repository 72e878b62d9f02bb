package io.weir.examples.lab;

import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** How long the items of a row were in it: from their arrival at its first stage until its last stage emitted them. */
final class WaitingTimes {
    private static final long LONGEST_NANOS = Duration.ofHours(1).toNanos();
    private static final int DIGITS = 2;

    private final Recorder recorder = new Recorder(LONGEST_NANOS, DIGITS);
    private final Histogram all = new Histogram(LONGEST_NANOS, DIGITS);

    void record(long nanos) {
        recorder.recordValue(Math.max(0, Math.min(nanos, LONGEST_NANOS)));
    }

    /** The time that this percentage of the delivered items did not exceed; zero when none was delivered. */
    synchronized Duration percentile(double percentage) {
        all.add(recorder.getIntervalHistogram());
        return Duration.ofNanos(all.getTotalCount() == 0 ? 0 : all.getValueAtPercentile(percentage));
    }
}
