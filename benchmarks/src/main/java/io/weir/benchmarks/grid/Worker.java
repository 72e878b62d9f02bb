package io.weir.benchmarks.grid;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A thread that does one task after the other until it is closed. It waits for tasks awake, so that no measurement has the
 * cost of waking it; it is therefore not to be kept for longer than it is used.
 */
final class Worker implements Executor, AutoCloseable {
    /** What the names of all such threads begin with. */
    static final String PREFIX = "benchmark ";

    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable Throwable failure;

    Worker(String name) {
        thread = new Thread(this::work, PREFIX + name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    private void work() {
        Wait wait = Wait.forever();
        while (true) {
            boolean last = closed; // read before the queue: no task is overlooked
            Runnable task = tasks.poll();
            if (task != null) {
                run(task);
                wait.over();
            } else if (last) {
                return;
            } else {
                wait.turn();
            }
        }
    }

    private void run(Runnable task) {
        try {
            task.run();
        } catch (Throwable t) {
            failure = t;
        }
    }

    /** Fails if a task has failed. */
    void check() {
        Throwable cause = failure;
        if (cause != null) {
            throw new IllegalStateException(thread.getName() + " failed", cause);
        }
    }

    /** Ends the thread when all tasks are done, and waits for that; fails if a task has failed. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(2 * Wait.LIMIT_SECONDS)); // a task gives up before
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            throw new IllegalStateException(thread.getName() + " does not end");
        }
        check();
    }
}
