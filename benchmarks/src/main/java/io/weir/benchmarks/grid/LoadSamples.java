package io.weir.benchmarks.grid;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * What can be seen from outside of a stream under load: at even distances, the heap that is in use after a garbage collection;
 * in between, how fast the consumer gets its items. The collections stop everybody and do not count as time.
 */
final class LoadSamples {
    private static final int SAMPLES = 10;

    // Made beforehand: the samples are not to find themselves.
    private final double[] nanosPerDelivery = new double[SAMPLES];
    private final long[] heapBytes = new long[SAMPLES];

    /**
     * What was seen in one part of the time.
     *
     * @param nanosPerDelivery the time from one delivery to the next
     * @param heapBytes what was in use after the garbage collection at the end of the part
     */
    record Sample(double nanosPerDelivery, long heapBytes) {}

    /** Watches the sink for so long. */
    void take(WorkingSink sink, Duration duration) {
        for (int i = 0; i < SAMPLES; i++) {
            long start = System.nanoTime();
            long before = sink.delivered();
            pause(start + duration.toNanos() / SAMPLES);
            nanosPerDelivery[i] = (double) (System.nanoTime() - start) / (sink.delivered() - before);
            System.gc();
            heapBytes[i] = inUseAfterCollection();
        }
    }

    private static void pause(long until) {
        long left = until - System.nanoTime();
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = until - System.nanoTime();
        }
    }

    /** As of the collection itself: what was allocated since is not in it. */
    private static long inUseAfterCollection() {
        long bytes = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            MemoryUsage usage = pool.getCollectionUsage();
            if (pool.getType() == MemoryType.HEAP && usage != null) {
                bytes += usage.getUsed();
            }
        }
        return bytes;
    }

    List<Sample> samples() {
        return IntStream.range(0, SAMPLES)
                .mapToObj(i -> new Sample(nanosPerDelivery[i], heapBytes[i]))
                .toList();
    }
}
