package io.weir.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * What can be seen from outside of a stream under load: at even distances, the heap that is in use after a garbage collection;
 * in between, how fast the consumer gets its items. The collections stop everybody and do not count as time.
 */
final class LoadSamples {
    private static final int SAMPLES = 10;

    private final long[] heapBytes = new long[SAMPLES]; // made beforehand: the samples are not to find themselves
    private long delivered;
    private long nanos;

    /** Watches the sink for so long. */
    void take(WorkingSink sink, Duration duration) {
        for (int i = 0; i < SAMPLES; i++) {
            long start = System.nanoTime();
            long before = sink.delivered();
            pause(start + duration.toNanos() / SAMPLES);
            delivered += sink.delivered() - before;
            nanos += System.nanoTime() - start;
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

    double nanosPerDelivery() {
        return (double) nanos / delivered;
    }

    List<Long> heapBytes() {
        return Arrays.stream(heapBytes).boxed().toList();
    }
}
