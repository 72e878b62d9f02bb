package io.weir.benchmarks;

import java.util.List;
import java.util.stream.Stream;

/**
 * What came of an overload.
 *
 * @param operator the operator that stood between producer and consumer
 * @param ownNanos what the consumer needs for an item when nothing but its own work keeps it, in nanoseconds
 * @param outcomes one for each contender
 */
record Report(String operator, double ownNanos, List<Outcome> outcomes) {
    List<Figure> figures() {
        return outcomes.stream()
                .flatMap(outcome -> Stream.of(
                        figure("heap growth in bytes", outcome.by(), Math.max(0, outcome.heapGrowth())),
                        figure("nanoseconds per delivery", outcome.by(), outcome.nanosPerDelivery())))
                .toList();
    }

    private Figure figure(String what, String by, double value) {
        return new Figure("Overload", operator + ", " + what, by, value);
    }

    /**
     * What came of it for one contender.
     *
     * @param by the contender
     * @param produced items sent into the operator
     * @param delivered items that the consumer worked on
     * @param nanosPerItem the time from one produced item to the next, as the producer managed it, in nanoseconds
     * @param nanosPerDelivery the time from one delivery to the next, in nanoseconds, without the times of the heap samples
     * @param heapBytes what was in use after garbage collections, at even distances
     */
    record Outcome(
            String by,
            long produced,
            long delivered,
            double nanosPerItem,
            double nanosPerDelivery,
            List<Long> heapBytes) {
        /** How many bytes more were in use in the second half than in the first, on average; negative when it shrank. */
        double heapGrowth() {
            int half = heapBytes.size() / 2;
            return mean(heapBytes.subList(half, heapBytes.size())) - mean(heapBytes.subList(0, half));
        }

        private static double mean(List<Long> samples) {
            return samples.stream().mapToLong(Long::longValue).average().orElseThrow();
        }
    }
}
