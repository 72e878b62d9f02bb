package io.weir.examples.lab;

import java.time.Duration;
import java.util.OptionalLong;

/** Says in plain words what a policy lost, and why. */
final class Words {
    private final Settings settings;
    private final String items;
    private final OptionalLong total;

    Words(RunResult run) {
        settings = run.settings();
        items = run.items();
        total = run.total();
    }

    String about(RowResult row) {
        return row.error().isPresent() ? failure(row) : loss(row) + rest(row);
    }

    private String failure(RowResult row) {
        String missed;
        if (total.isEmpty()) {
            missed = "The rest was never read.";
        } else {
            long never = Math.max(0, total.getAsLong() - row.received());
            missed = "The other " + Figures.count(never) + " never came in.";
        }
        return "failed: " + Figures.count(settings.capacity()) + " waited and one more came, which is lost. " + missed;
    }

    private String loss(RowResult row) {
        if (row.received() == 0) {
            return "received no " + items;
        }
        if (row.totalDropped() == 0) {
            return "lost nothing" + whyNothing(row);
        }
        return "lost " + Figures.count(row.totalDropped()) + " (" + Figures.percent(row.totalDropped(), row.received())
                + "): " + whyLost(row);
    }

    private static String whyNothing(RowResult row) {
        if (row.policy().holdsBack() && !row.guarded()) {
            return ": the producer had to wait instead, "
                    + Figures.count(row.heldBack().toMillis()) + " ms in all";
        }
        return row.mostWaiting() < row.capacity()
                ? ": never more than " + Figures.count(row.mostWaiting()) + " waited"
                : ": the consumer was quick enough";
    }

    private String whyLost(RowResult row) {
        String full = "with all " + Figures.count(settings.capacity()) + " places taken, ";
        return switch (row.policy()) {
            case BUFFER, BUFFER_DROP_NEWEST -> full + "newcomers were turned away";
            case BUFFER_DROP_OLDEST -> full + "the oldest gave way";
            case DROP -> "they came while the consumer was busy";
            case LATEST -> "a newer one came before the consumer was free";
            case SAMPLE -> "of all that came within " + Figures.time(settings.period()) + ", only the newest went on";
            case SWITCH_MAP -> "the work on them was called off when a newer one came";
            case MERGE_MAP -> settings.concurrency() + " at once were too slow; the buffer* gave up the oldest";
            case CONCAT_MAP -> "one at a time was too slow; the buffer* gave up the oldest";
        };
    }

    private static String rest(RowResult row) {
        return row.waiting() == 0
                ? ""
                : "; " + Figures.count(row.waiting()) + (row.waiting() == 1 ? " still waits" : " still wait");
    }

    /** What all consumers did, in a sentence. */
    static String aboutConsumers(Settings settings) {
        Duration time = settings.consumer();
        return time.isZero()
                ? "Each policy has a consumer, which takes one item at a time, as fast as it can."
                : "Each policy has a consumer, which takes one item at a time and spends " + Figures.time(time)
                        + " on it.";
    }
}
