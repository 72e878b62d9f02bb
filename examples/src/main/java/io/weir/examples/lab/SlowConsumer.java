package io.weir.examples.lab;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Takes one item at a time to a thread of its own, spends the given time on it there, and then asks for the next. */
final class SlowConsumer implements Subscriber<Arrival> {
    private final long nanosPerItem;
    private final ThreadPoolExecutor executor;
    private final CompletableFuture<Optional<Throwable>> end = new CompletableFuture<>();

    // Written by any thread.
    private volatile boolean stopped;
    private volatile @Nullable Thread thread;

    // Written before the first request.
    private @Nullable Subscription subscription;

    SlowConsumer(String row, Duration timePerItem) {
        nanosPerItem = timePerItem.toNanos();
        executor = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> {
                    Thread own = Threads.daemon("lab-consumer-" + row, task);
                    thread = own;
                    return own;
                },
                new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Completes when the stream has ended, with its error if it had one. */
    CompletableFuture<Optional<Throwable>> end() {
        return end;
    }

    /** Asks for no more, and cuts the work in progress short. */
    void stop() {
        stopped = true;
        LockSupport.unpark(thread);
        executor.shutdown();
    }

    /** Waits until the thread has come to rest. */
    void awaitRest() throws InterruptedException {
        Threads.awaitEnd(executor);
    }

    /** Gives the stream up. */
    void cancel() {
        Subscription s = subscription;
        if (s != null) {
            s.cancel();
        }
    }

    @Override
    public void onSubscribe(Subscription s) {
        if (subscription != null) {
            s.cancel(); // §2.5
            return;
        }
        subscription = s;
        s.request(1);
    }

    @Override
    public void onNext(Arrival item) {
        executor.execute(this::consume);
    }

    private void consume() {
        work();
        Subscription s = subscription;
        if (!stopped && s != null) {
            s.request(1);
        }
    }

    /** Waits as for a remote service; parking may end early for no reason. */
    private void work() {
        if (nanosPerItem == 0) {
            return;
        }
        long done = System.nanoTime() + nanosPerItem;
        long left;
        while (!stopped && (left = done - System.nanoTime()) > 0) {
            LockSupport.parkNanos(this, left);
        }
    }

    @Override
    public void onError(Throwable error) {
        end.complete(Optional.of(error));
    }

    @Override
    public void onComplete() {
        end.complete(Optional.empty());
    }
}
