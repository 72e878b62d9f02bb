package io.weir.testkit;

import io.weir.spi.Cancellable;
import io.weir.spi.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A timer whose time passes when a test says so. Tasks run on the thread that lets it pass. */
public final class VirtualTimer implements Timer {
    private record Task(long at, long order, Runnable action) {}

    private final List<Task> tasks = new ArrayList<>();
    private long now;
    private long scheduled;

    @Override
    public synchronized long nanoTime() {
        return now;
    }

    @Override
    public synchronized Cancellable schedule(Runnable action, Duration delay) {
        Task task = new Task(now + Math.max(0, delay.toNanos()), scheduled++, action);
        tasks.add(task);
        return () -> remove(task);
    }

    private synchronized void remove(Task task) {
        tasks.remove(task);
    }

    /** Lets time pass, and runs what is due in order. */
    public void advance(Duration duration) {
        long end = nanoTime() + duration.toNanos();
        for (Task task = nextUntil(end); task != null; task = nextUntil(end)) {
            task.action.run();
        }
    }

    private synchronized Task nextUntil(long end) {
        Task next = tasks.stream()
                .filter(task -> task.at <= end)
                .min(Comparator.comparingLong(Task::at).thenComparingLong(Task::order))
                .orElse(null);
        now = next == null ? end : next.at;
        tasks.remove(next);
        return next;
    }

    /** How many tasks are still to run. */
    public synchronized int pending() {
        return tasks.size();
    }
}
