package io.weir.testkit;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets two things happen at the same moment, as nearly as two threads can. */
public final class Race {
    private static final ExecutorService OTHER = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "race");
        thread.setDaemon(true);
        return thread;
    });

    private Race() {}

    public static void between(Runnable here, Runnable there) {
        AtomicInteger ready = new AtomicInteger();
        Future<?> other = OTHER.submit(() -> {
            meet(ready);
            there.run();
        });
        meet(ready);
        here.run();
        try {
            other.get(10, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private static void meet(AtomicInteger ready) {
        ready.incrementAndGet();
        while (ready.get() < 2) {
            Thread.onSpinWait();
        }
    }
}
