package io.weir.internal;

import java.lang.invoke.VarHandle;

/** The arithmetic of demand. Totals only grow; {@code Long.MAX_VALUE} is unbounded (§3.17) and absorbs what is added. */
public final class Demand {
    static final long UNBOUNDED = Long.MAX_VALUE;

    private Demand() {}

    /** The sum, or unbounded where it does not fit. Both are at least 0. */
    static long sum(long a, long b) {
        long sum = a + b;
        return sum < 0 ? UNBOUNDED : sum;
    }

    /** Adds to a total that any thread may add to, and returns what it was before. A negative total takes no more. */
    static long add(VarHandle total, Object owner, long n) {
        while (true) {
            long before = (long) total.getVolatile(owner);
            if (before == UNBOUNDED || before < 0 || total.compareAndSet(owner, before, sum(before, n))) {
                return before;
            }
        }
    }

    /** What is left of a total when so many have been used of it; or fewer than none, where more was requested in no total. */
    public static long left(long total, long used) {
        if (total == UNBOUNDED) {
            return UNBOUNDED;
        }
        return used < 0 ? sum(total, -used) : total - used;
    }

    static IllegalArgumentException invalid(long n) {
        return new IllegalArgumentException(
                "request(" + n + "): a subscriber must ask for at least 1 item (Reactive Streams §3.9)");
    }
}
