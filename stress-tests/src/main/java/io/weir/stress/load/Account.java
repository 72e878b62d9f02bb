package io.weir.stress.load;

import io.weir.DropReason;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** What became of the items of a pipeline, over all its subscriptions. */
public final class Account {
    private final LongAdder subscriptions = new LongAdder();
    private final LongAdder sent = new LongAdder();
    private final LongAdder expanded = new LongAdder();
    private final LongAdder delivered = new LongAdder();
    private final LongAdder timers = new LongAdder();
    private final Map<DropReason, LongAdder> dropped = new EnumMap<>(DropReason.class); // all reasons, from the start

    Account() {
        for (DropReason reason : DropReason.values()) {
            dropped.put(reason, new LongAdder());
        }
    }

    void countSubscription() {
        subscriptions.increment();
    }

    void countSent() {
        sent.increment();
    }

    void countExpanded() {
        expanded.increment();
    }

    void countDelivered() {
        delivered.increment();
    }

    void countDropped(DropReason reason) {
        Objects.requireNonNull(dropped.get(reason)).increment();
    }

    /** One more task that a timer has to run, or one less. */
    void countTimer(int more) {
        timers.add(more);
    }

    public long subscriptions() {
        return subscriptions.sum();
    }

    public long sent() {
        return sent.sum() - expanded.sum();
    }

    public long delivered() {
        return delivered.sum();
    }

    public long dropped() {
        return dropped.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** Tasks that were neither run nor called off. */
    public long timers() {
        return timers.sum();
    }

    public Map<DropReason, Long> drops() {
        Map<DropReason, Long> drops = new EnumMap<>(DropReason.class);
        dropped.forEach((reason, times) -> {
            if (times.sum() > 0) {
                drops.put(reason, times.sum());
            }
        });
        return drops;
    }
}
