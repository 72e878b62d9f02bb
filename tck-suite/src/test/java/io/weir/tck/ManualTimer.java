package io.weir.tck;

import io.weir.spi.Cancellable;
import io.weir.spi.Timer;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** A timer whose time passes when it is told to. */
final class ManualTimer implements Timer {
    private record Task(Runnable action, long dueNanos) {}

    private final AtomicLong nowNanos = new AtomicLong();
    private final ConcurrentLinkedQueue<Task> tasks = new ConcurrentLinkedQueue<>();

    @Override
    public long nanoTime() {
        return nowNanos.get();
    }

    @Override
    public Cancellable schedule(Runnable action, Duration delay) {
        Task task = new Task(action, nanoTime() + delay.toNanos());
        tasks.add(task);
        return () -> tasks.remove(task);
    }

    void advance(Duration time) {
        long now = nowNanos.addAndGet(time.toNanos());
        for (Iterator<Task> all = tasks.iterator(); all.hasNext(); ) {
            Task task = all.next();
            if (task.dueNanos <= now && tasks.remove(task)) {
                task.action.run();
            }
        }
    }
}
