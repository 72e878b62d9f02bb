package io.weir.examples.lab;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Makes threads that do not keep the process alive, and waits for executors to end. */
final class Threads {
    private static final long PATIENCE_SECONDS = 30;

    private Threads() {}

    static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    static void awaitEnd(ExecutorService executor) throws InterruptedException {
        if (!executor.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(
                    "a thread of the lab has not come to rest within " + PATIENCE_SECONDS + " s");
        }
    }
}
