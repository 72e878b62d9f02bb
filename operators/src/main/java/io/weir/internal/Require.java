package io.weir.internal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Checks of arguments. Every message names the argument, the value it had and what was expected. */
public final class Require {
    private Require() {}

    public static <T> T notNull(String what, @Nullable T value) {
        if (value == null) {
            throw new NullPointerException(what + " must not be null");
        }
        return value;
    }

    public static int atLeastOne(String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(what + " must be at least 1, was " + value);
        }
        return value;
    }

    public static long notNegative(String what, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(what + " must not be negative, was " + value);
        }
        return value;
    }

    /** A duration of at least a nanosecond and at most 292 years, so that it fits a {@code long} of nanoseconds. */
    public static Duration positive(String what, Duration value) {
        notNull(what, value);
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(what + " must be longer than zero, was " + value);
        }
        try {
            long unused = value.toNanos();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(what + " must be at most 292 years, was " + value, e);
        }
        return value;
    }
}
