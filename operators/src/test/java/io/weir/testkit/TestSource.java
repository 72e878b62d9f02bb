package io.weir.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * A publisher driven by hand. It sends whatever a test tells it to, whether that was asked for or not, and remembers what
 * it sent, what was requested and how often it was cancelled.
 */
public final class TestSource<T> implements Publisher<T>, Subscription {
    private final List<T> sent = new ArrayList<>();
    private final AtomicLong requested = new AtomicLong();
    private final AtomicInteger cancellations = new AtomicInteger();
    private volatile Subscriber<? super T> subscriber;
    private volatile boolean silent;
    private volatile Runnable onRequest = () -> {};
    private volatile Runnable onCancel = () -> {};

    /** A source that does not call onSubscribe by itself. */
    public static <T> TestSource<T> withoutOnSubscribe() {
        TestSource<T> source = new TestSource<>();
        source.silent = true;
        return source;
    }

    /** Runs after each request. */
    public TestSource<T> onRequest(Runnable action) {
        onRequest = action;
        return this;
    }

    /** Runs after each cancellation. */
    public TestSource<T> onCancel(Runnable action) {
        onCancel = action;
        return this;
    }

    @Override
    public void subscribe(Subscriber<? super T> s) {
        subscriber = s;
        if (!silent) {
            s.onSubscribe(this);
        }
    }

    /** Sends an item, demanded or not. */
    public void send(T item) {
        synchronized (sent) {
            sent.add(item);
        }
        subscriber.onNext(item);
    }

    @SafeVarargs
    public final void send(T first, T... more) {
        send(first);
        for (T item : more) {
            send(item);
        }
    }

    public void complete() {
        subscriber.onComplete();
    }

    public void fail(Throwable error) {
        subscriber.onError(error);
    }

    public Subscriber<? super T> subscriber() {
        return subscriber;
    }

    public boolean isSubscribed() {
        return subscriber != null;
    }

    @Override
    public void request(long n) {
        if (n <= 0) {
            throw new IllegalStateException("asked for " + n + " items (§3.9)");
        }
        requested.accumulateAndGet(n, (a, b) -> a + b < 0 ? Long.MAX_VALUE : a + b);
        onRequest.run();
    }

    @Override
    public void cancel() {
        cancellations.incrementAndGet();
        onCancel.run();
    }

    public long requested() {
        return requested.get();
    }

    public boolean isCancelled() {
        return cancellations.get() > 0;
    }

    public List<T> sent() {
        synchronized (sent) {
            return List.copyOf(sent);
        }
    }

    /** How many more items may be sent without breaking §1.1. */
    public long outstanding() {
        long total = requested.get();
        return total == Long.MAX_VALUE ? total : total - sent().size();
    }
}
