package io.weir.spi;

import io.weir.DropReason;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * A probe that counts. Attached to several stages, or to one that is subscribed to several times, it counts their sum.
 *
 * <p><b>Threads:</b> {@link #snapshot()} may be called from any thread while the stream runs. At a quiet moment, when no
 * signal is under way, its figures agree with each other.
 *
 * @see Probe#counting()
 */
public final class CountingProbe implements Probe {
    private final LongAdder received = new LongAdder();
    private final LongAdder expanded = new LongAdder();
    private final LongAdder emitted = new LongAdder();
    private final Map<DropReason, LongAdder> dropped = new ConcurrentHashMap<>();
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong highestWaiting = new AtomicLong();
    private final AtomicLong capacity = new AtomicLong();
    private final LongAdder heldBackNanos = new LongAdder();
    private final Set<Counter> running = ConcurrentHashMap.newKeySet();

    CountingProbe() {}

    @Override
    public Probe subscribed(String stage) {
        Counter counter = new Counter();
        running.add(counter);
        return counter;
    }

    /**
     * The figures as they are now.
     *
     * @return a snapshot that does not change any more
     */
    public Snapshot snapshot() {
        long outstanding = 0;
        long heldBack = heldBackNanos.sum();
        for (Counter counter : running) {
            outstanding = saturated(outstanding + counter.outstanding());
            heldBack += counter.heldBackNanosNow();
        }
        Map<DropReason, Long> drops = new EnumMap<>(DropReason.class);
        dropped.forEach((reason, count) -> drops.put(reason, count.sum()));
        return new Snapshot(
                received.sum() - expanded.sum(),
                expanded.sum(),
                emitted.sum(),
                Collections.unmodifiableMap(drops),
                waiting.get(),
                capacity.get(),
                highestWaiting.get(),
                outstanding,
                Duration.ofNanos(heldBack));
    }

    private static long saturated(long sum) {
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    /**
     * What a counting probe had counted at one moment.
     *
     * @param received items that came in, without those that became inner streams
     * @param expanded items of a flattening stage that became inner streams
     * @param emitted items handed to the subscriber
     * @param dropped items not delivered, by reason; without the reasons that did not occur
     * @param waiting items that wait
     * @param capacity how many may wait; {@code Long.MAX_VALUE} when nothing bounds it, 0 while nothing ever waited
     * @param highestWaiting the most items that ever waited
     * @param outstanding items requested and not yet emitted; {@code Long.MAX_VALUE} is unbounded
     * @param heldBack the total time that the producer had sent all it was asked for and waited for more
     */
    public record Snapshot(
            long received,
            long expanded,
            long emitted,
            Map<DropReason, Long> dropped,
            long waiting,
            long capacity,
            long highestWaiting,
            long outstanding,
            Duration heldBack) {
        /**
         * All items not delivered.
         *
         * @return the sum over all reasons
         */
        public long totalDropped() {
            return dropped.values().stream().mapToLong(Long::longValue).sum();
        }

        /**
         * Whether every item is accounted for: {@code received = emitted + dropped + waiting}.
         *
         * @return true at every quiet moment
         */
        public boolean isBalanced() {
            return received == emitted + totalDropped() + waiting;
        }
    }

    /** One subscription. */
    private final class Counter implements Probe {
        private static final long NOT_HELD_BACK = Long.MIN_VALUE;

        private final AtomicLong requestedHere = new AtomicLong();
        private final LongAdder emittedHere = new LongAdder();
        private final AtomicLong heldBackSince = new AtomicLong(NOT_HELD_BACK);
        private long depth; // reports of a level come one at a time

        long outstanding() {
            long total = requestedHere.get();
            return total == Long.MAX_VALUE ? total : Math.max(0, total - emittedHere.sum());
        }

        long heldBackNanosNow() {
            long since = heldBackSince.get();
            return since == NOT_HELD_BACK ? 0 : System.nanoTime() - since;
        }

        @Override
        public void requested(long n) {
            requestedHere.accumulateAndGet(n, (total, more) -> saturated(total + more));
        }

        @Override
        public void received(Object item) {
            received.increment();
        }

        @Override
        public void expanded(Object item) {
            expanded.increment();
        }

        @Override
        public void emitted(Object item) {
            emittedHere.increment();
            emitted.increment();
        }

        @Override
        public void waiting(long depth, long mayWait) {
            capacity.accumulateAndGet(mayWait, Math::max);
            long now = waiting.addAndGet(depth - this.depth);
            this.depth = depth;
            highestWaiting.accumulateAndGet(now, Math::max);
        }

        @Override
        public void dropped(Object item, DropReason reason) {
            dropped.computeIfAbsent(reason, r -> new LongAdder()).increment();
        }

        @Override
        public void paused() {
            heldBackSince.set(System.nanoTime());
        }

        @Override
        public void resumed() {
            long since = heldBackSince.getAndSet(NOT_HELD_BACK);
            if (since != NOT_HELD_BACK) {
                heldBackNanos.add(System.nanoTime() - since);
            }
        }

        @Override
        public void completed() {
            ended();
        }

        @Override
        public void failed(Throwable error) {
            ended();
        }

        @Override
        public void cancelled() {
            ended();
        }

        private void ended() {
            resumed();
            running.remove(this);
        }
    }
}
