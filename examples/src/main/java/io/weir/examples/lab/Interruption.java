package io.weir.examples.lab;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Makes Ctrl-C end a run early, and keeps the process alive until its result is shown. */
final class Interruption {
    private static final long PATIENCE_SECONDS = 10;

    private final CountDownLatch shown = new CountDownLatch(1);
    private final Thread hook;

    private Interruption(Run run) {
        hook = new Thread(() -> interrupt(run), "lab-interruption");
    }

    static Interruption of(Run run) {
        Interruption interruption = new Interruption(run);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private void interrupt(Run run) {
        run.interrupt();
        try {
            shown.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The result was shown, or there is none. */
    void over() {
        shown.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending, and waits for the hook
        }
    }
}
