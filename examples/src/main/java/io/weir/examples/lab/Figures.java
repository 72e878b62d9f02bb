package io.weir.examples.lab;

import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them. */
final class Figures {
    private static final double NANOS_PER_MILLI = 1e6;

    private Figures() {}

    static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    static String percent(long part, long whole) {
        if (part == 0 || part == whole) {
            return part == 0 ? "0 %" : "100 %";
        }
        double share = 100.0 * part / whole;
        if (share < 0.1) {
            return "<0.1 %";
        }
        if (share > 99.9) {
            return ">99.9 %";
        }
        return String.format(Locale.ROOT, share < 10 || share > 90 ? "%.1f %%" : "%.0f %%", share);
    }

    private static double millis(Duration time) {
        return time.toNanos() / NANOS_PER_MILLI;
    }

    /** Milliseconds, with more digits the shorter the time is. */
    static String millisText(Duration time) {
        double millis = millis(time);
        if (millis < 0.001) {
            return "<0.001";
        }
        String format = millis >= 100 ? "%,.0f" : millis >= 1 ? "%.1f" : "%.3f";
        return String.format(Locale.ROOT, format, millis);
    }

    /** A time with its unit, as an option takes it. */
    static String time(Duration time) {
        long nanos = time.toNanos();
        if (nanos == 0) {
            return "0 s";
        }
        if (nanos % 1_000_000_000 == 0) {
            return nanos / 1_000_000_000 + " s";
        }
        if (nanos % 1_000_000 == 0) {
            return nanos / 1_000_000 + " ms";
        }
        return nanos % 1_000 == 0 ? nanos / 1_000 + " us" : nanos + " ns";
    }

    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", millis(time) / 1000);
    }
}
