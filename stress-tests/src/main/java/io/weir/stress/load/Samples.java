package io.weir.stress.load;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;

/** What is measured each second while the crowd is at work. */
public final class Samples {
    private static final double MOST_GROWTH = 0.05;
    private static final long SPARE_BYTES = 2L << 20;

    /**
     * One second.
     *
     * @param second since the start
     * @param phase of the load
     * @param waiting items that have no fate yet
     * @param delivered items in this second
     * @param dropped items in this second
     * @param heapBytes in use after a collection
     * @param threads that are alive
     * @param timers tasks that timers have to run
     */
    public record Sample(
            long second,
            String phase,
            long waiting,
            long delivered,
            long dropped,
            long heapBytes,
            int threads,
            long timers) {}

    private final List<Lane> lanes;
    private final List<Sample> samples = new ArrayList<>();
    private long deliveredBefore;
    private long droppedBefore;

    public Samples(List<Lane> lanes) {
        this.lanes = List.copyOf(lanes);
    }

    /** Takes one. It collects garbage first: the heap is to show what cannot be collected. */
    public void take(long second, String phase) {
        long delivered =
                lanes.stream().mapToLong(lane -> lane.account().delivered()).sum();
        long dropped =
                lanes.stream().mapToLong(lane -> lane.account().dropped()).sum();
        System.gc();
        samples.add(new Sample(
                second,
                phase,
                lanes.stream().mapToLong(Lane::waiting).sum(),
                delivered - deliveredBefore,
                dropped - droppedBefore,
                heapAfterCollection(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                lanes.stream().mapToLong(lane -> lane.account().timers()).sum()));
        deliveredBefore = delivered;
        droppedBefore = dropped;
    }

    /** Without what was allocated since: the threads go on while this one looks. */
    private static long heapAfterCollection() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
    }

    public List<Sample> all() {
        return samples;
    }

    /** The middle of the heap's sizes in the second quarter of the time. */
    public long heapEarly() {
        return median(samples.size() / 4, samples.size() / 2);
    }

    /** The middle of the heap's sizes in the last quarter of the time. */
    public long heapLate() {
        return median(samples.size() * 3 / 4, samples.size());
    }

    /** True when the heap has not grown by more than a twentieth and two mebibytes. */
    public boolean heapIsFlat() {
        return heapLate() <= heapEarly() * (1 + MOST_GROWTH) + SPARE_BYTES;
    }

    private long median(int from, int to) {
        long[] sizes = samples.subList(from, to).stream()
                .mapToLong(Sample::heapBytes)
                .sorted()
                .toArray();
        return sizes.length == 0 ? 0 : sizes[sizes.length / 2];
    }
}
