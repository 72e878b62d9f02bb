package io.weir.stress;

import java.util.concurrent.atomic.AtomicLong;

/** What several threads have asked for in all; {@code Long.MAX_VALUE} is as much as there is. */
public final class Total extends AtomicLong {
    private static final long serialVersionUID = 1L;

    public void add(long n) {
        accumulateAndGet(n, (a, b) -> a + b < 0 ? Long.MAX_VALUE : a + b);
    }
}
