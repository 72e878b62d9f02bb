package io.weir.examples.neighbours;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** A subscriber that asks for an item only when its owner wants to read one, however long that takes. */
final class SlowReader<T> implements Subscriber<T>, AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final CompletableFuture<Subscription> subscription = new CompletableFuture<>();
    private final BlockingQueue<Supplier<Optional<T>>> signals = new LinkedBlockingQueue<>();

    private SlowReader() {}

    static <T> SlowReader<T> of(Publisher<? extends T> publisher) {
        SlowReader<T> reader = new SlowReader<>();
        publisher.subscribe(reader);
        return reader;
    }

    /** The one item of a stream that answers a command, once it has ended too. */
    static <T> T only(Publisher<? extends T> answer) {
        SlowReader<T> reader = of(answer);
        T item = reader.next().orElseThrow();
        if (reader.next().isPresent()) {
            throw new IllegalStateException("more than one answer");
        }
        return item;
    }

    /** Waits until a stream has ended, whatever it sends. */
    static void await(Publisher<?> task) {
        SlowReader<Object> reader = of(task);
        while (reader.next().isPresent()) {
            // until there is nothing more
        }
    }

    /** Asks for one item and waits for it; empty at the end of the stream. */
    Optional<T> next() {
        request(1);
        return take();
    }

    void request(long n) {
        subscription.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join().request(n);
    }

    /** Waits for an item that was asked for; empty at the end of the stream. */
    Optional<T> take() {
        try {
            Supplier<Optional<T>> signal = signals.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (signal == null) {
                throw new IllegalStateException("nothing came within " + PATIENCE_SECONDS + " s");
            }
            return signal.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an item", e);
        }
    }

    /** Gives the stream up, if it has not ended. */
    @Override
    public void close() {
        CompletableFuture<Void> unused = subscription.thenAccept(Subscription::cancel);
    }

    @Override
    public void onSubscribe(Subscription s) {
        if (!subscription.complete(s)) {
            s.cancel(); // §2.5
        }
    }

    @Override
    public void onNext(T item) {
        signals.add(() -> Optional.of(item));
    }

    @Override
    public void onError(Throwable error) {
        signals.add(() -> {
            throw new IllegalStateException("the stream has failed", error);
        });
    }

    @Override
    public void onComplete() {
        signals.add(Optional::empty);
    }
}
