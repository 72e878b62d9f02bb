package io.weir.benchmarks.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/** Medians and means, and numbers as people read them. */
public final class Numbers {
    private Numbers() {}

    static double median(Collection<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("there is no median of nothing");
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    static double geometricMean(double... values) {
        double logarithm = Arrays.stream(values)
                .map(Math::log)
                .average()
                .orElseThrow(() -> new IllegalArgumentException("there is no mean of nothing"));
        return Math.exp(logarithm);
    }

    /** Rounded down: 0.999 must not look like 1. */
    static String roundedDown(double value) {
        return twoDigits(value, RoundingMode.FLOOR);
    }

    /** Rounded up, for what should be small. */
    static String roundedUp(double value) {
        return twoDigits(value, RoundingMode.CEILING);
    }

    private static String twoDigits(double value, RoundingMode mode) {
        return BigDecimal.valueOf(value).setScale(2, mode).toPlainString();
    }

    /** Nanoseconds or bytes, with fewer digits the more there are. */
    static String amount(double value) {
        String format = value >= 1000 ? "%,.0f" : value >= 100 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }

    /** A bound as it was written: 3 and not 3.0. */
    static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    public static String counted(int count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
