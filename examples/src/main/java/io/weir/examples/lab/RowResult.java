package io.weir.examples.lab;

import io.weir.DropReason;
import io.weir.spi.CountingProbe;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of every item that came into a row.
 *
 * @param policy the policy
 * @param operators the operators that the row consists of, as they are written
 * @param guarded whether a buffer stands in front of the policy
 * @param received items that came in
 * @param delivered items that the consumer got
 * @param dropped items that it did not get, by reason
 * @param waiting items that were still in the row at the end, those in work among them
 * @param mostWaiting the most items that ever were
 * @param capacity how many there may be
 * @param heldBack how long the producer had to wait, in all
 * @param median the time that half of the delivered items were in the row for at most
 * @param longest the same for 99 in 100 items
 * @param ended whether the stream had ended when the result was taken
 * @param error what it ended with, unless it completed
 * @param balanced whether the probe of each stage accounts for every item
 */
record RowResult(
        Policy policy,
        List<String> operators,
        boolean guarded,
        long received,
        long delivered,
        Map<DropReason, Long> dropped,
        long waiting,
        long mostWaiting,
        long capacity,
        Duration heldBack,
        Duration median,
        Duration longest,
        boolean ended,
        Optional<Throwable> error,
        boolean balanced) {
    private static final double MEDIAN = 50;
    private static final double LONGEST = 99;

    static RowResult of(Row row) {
        List<CountingProbe.Snapshot> snapshots =
                row.stages().stream().map(stage -> stage.probe().snapshot()).toList();
        CountingProbe.Snapshot first = snapshots.get(0);
        CountingProbe.Snapshot last = snapshots.get(snapshots.size() - 1);
        Works works = row.works();
        long waiting =
                snapshots.stream().mapToLong(CountingProbe.Snapshot::waiting).sum() + works.inWork();
        long highest = switch (row.policy()) {
            case MERGE_MAP, CONCAT_MAP -> works.mostHeld();
            case SWITCH_MAP -> works.mostInWork();
            default -> last.highestWaiting();
        };
        long capacity = row.stages().stream().mapToLong(Stage::mostWaiting).sum();
        return new RowResult(
                row.policy(),
                row.stages().stream().map(Stage::text).toList(),
                row.guarded(),
                row.received(),
                last.emitted(),
                drops(snapshots, works),
                waiting,
                row.guarded() ? first.highestWaiting() + highest : highest,
                row.policy() == Policy.SWITCH_MAP ? capacity + 1 : capacity, // nothing waits, but one is in work
                first.heldBack(),
                row.times().percentile(MEDIAN),
                row.times().percentile(LONGEST),
                row.end().isDone(),
                row.end().getNow(Optional.empty()),
                snapshots.stream().allMatch(CountingProbe.Snapshot::isBalanced));
    }

    /** To a stage, an item that became a stream is used up; if that stream was cancelled in work, the item is lost. */
    private static Map<DropReason, Long> drops(List<CountingProbe.Snapshot> snapshots, Works works) {
        Map<DropReason, Long> drops = new EnumMap<>(DropReason.class);
        snapshots.forEach(snapshot -> snapshot.dropped().forEach((reason, n) -> drops.merge(reason, n, Long::sum)));
        if (works.abandoned() > 0) {
            drops.merge(DropReason.SUPERSEDED, works.abandoned(), Long::sum);
        }
        return Collections.unmodifiableMap(drops);
    }

    long totalDropped() {
        return dropped.values().stream().mapToLong(Long::longValue).sum();
    }

    /** True when every item is accounted for: as delivered, as dropped or as still waiting. */
    boolean accountsForAll() {
        return balanced && received == delivered + totalDropped() + waiting;
    }
}
