package io.weir.timeline;

import io.weir.DropReason;
import io.weir.spi.Probe;
import io.weir.spi.Timer;
import io.weir.timeline.Timeline.Kind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * One subscription of one stage: counts what it sees, and writes it into the ring. With an event stands what was so before it,
 * from which follows the state at the beginning of what is kept.
 */
final class Lane implements Probe {
    private static final int KINDS = Kind.values().length;
    private static final DropReason[] REASONS = DropReason.values();

    private final int id;
    private final String stage;
    private final Ring ring;
    private final Timer clock;

    // Written by any thread.
    private final AtomicLongArray counts = new AtomicLongArray(KINDS + REASONS.length);
    private final AtomicLong requested = new AtomicLong();
    private volatile boolean forgotten;

    // Reports of these come one at a time.
    private volatile long depth;
    private volatile long capacity;
    private volatile boolean paused;

    Lane(int id, String stage, Ring ring, Timer clock) {
        this.id = id;
        this.stage = stage;
        this.ring = ring;
        this.clock = clock;
    }

    // ------------------------------------------------------------------------------------------- what it sees

    /** The first event of the lane. */
    void begin() {
        plain(Kind.SUBSCRIBED);
    }

    @Override
    public void requested(long n) {
        if (!forgotten) {
            count(Kind.REQUESTED);
            write(Kind.REQUESTED, n, requested.getAndAccumulate(n, Lane::sum), null);
        }
    }

    /** The sum of two numbers of items, or unbounded. */
    static long sum(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    @Override
    public void received(Object item) {
        item(Kind.RECEIVED, item, 0);
    }

    @Override
    public void expanded(Object item) {
        item(Kind.EXPANDED, item, 0);
    }

    @Override
    public void emitted(Object item) {
        item(Kind.EMITTED, item, 0);
    }

    @Override
    public void dropped(Object item, DropReason reason) {
        counts.getAndIncrement(KINDS + Codes.of(reason));
        item(Kind.DROPPED, item, Codes.of(reason));
    }

    @Override
    public void waiting(long depth, long capacity) {
        if (!forgotten) {
            this.capacity = capacity;
            long before = this.depth;
            this.depth = depth;
            count(Kind.WAITING);
            write(Kind.WAITING, depth, before, null);
        }
    }

    @Override
    public void paused() {
        paused = true;
        plain(Kind.PAUSED);
    }

    @Override
    public void resumed() {
        paused = false;
        plain(Kind.RESUMED);
    }

    @Override
    public void completed() {
        plain(Kind.COMPLETED);
    }

    @Override
    public void failed(Throwable error) {
        if (!forgotten) {
            count(Kind.FAILED);
            write(Kind.FAILED, 0, 0, Texts.of(error, Texts.ERROR_LENGTH));
        }
    }

    @Override
    public void cancelled() {
        plain(Kind.CANCELLED);
    }

    private void plain(Kind kind) {
        if (!forgotten) {
            count(kind);
            write(kind, 0, 0, null);
        }
    }

    private void item(Kind kind, Object item, int number) {
        if (!forgotten) {
            long before = count(kind);
            write(kind, number, before, Texts.ofItem(item));
        }
    }

    private long count(Kind kind) {
        return counts.getAndIncrement(Codes.of(kind));
    }

    private void write(Kind kind, long number, long before, @Nullable Object about) {
        ring.write(clock.nanoTime(), id, kind, number, before, about);
    }

    // -------------------------------------------------------------------------------------- what it has counted

    int id() {
        return id;
    }

    String stage() {
        return stage;
    }

    /** Nothing is recorded of this subscription any more. */
    void forget() {
        forgotten = true;
    }

    private long counted(Kind kind) {
        return counts.get(Codes.of(kind));
    }

    /** True when anything has happened since the stage was subscribed to. */
    boolean hasBegun() {
        for (int kind = 0; kind < KINDS; kind++) {
            if (kind != Codes.of(Kind.SUBSCRIBED) && counts.get(kind) > 0) {
                return true;
            }
        }
        return false;
    }

    boolean hasEnded() {
        return ends() > 0;
    }

    private long ends() {
        return counted(Kind.COMPLETED) + counted(Kind.FAILED) + counted(Kind.CANCELLED);
    }

    Timeline.Totals totals() {
        Map<DropReason, Long> dropped = new EnumMap<>(DropReason.class);
        for (DropReason reason : REASONS) {
            long count = counts.get(KINDS + Codes.of(reason));
            if (count > 0) {
                dropped.put(reason, count);
            }
        }
        return new Timeline.Totals(
                counted(Kind.REQUESTED),
                requested.get(),
                counted(Kind.RECEIVED),
                counted(Kind.EXPANDED),
                counted(Kind.EMITTED),
                Collections.unmodifiableMap(dropped),
                counted(Kind.PAUSED),
                ends());
    }

    long depth() {
        return depth;
    }

    long capacity() {
        return capacity;
    }

    boolean isPaused() {
        return paused;
    }
}
