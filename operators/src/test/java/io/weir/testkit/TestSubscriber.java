package io.weir.testkit;

import io.weir.DropReason;
import io.weir.spi.StageContext;
import io.weir.spi.Timer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * A subscriber driven by hand that writes down what it is told, and every breach of the protocol: signals that overlap or
 * nest, items without demand, anything after the end.
 */
public class TestSubscriber<T> implements Subscriber<T> {
    private final List<T> items = Collections.synchronizedList(new ArrayList<>());
    private final List<String> breaches = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong requested = new AtomicLong();
    private final AtomicReference<Thread> inSignal = new AtomicReference<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Subscription subscription;
    private volatile Throwable error;
    private volatile boolean completed;
    private volatile boolean cancelled;
    private Consumer<TestSubscriber<T>> onSubscribe = s -> {};
    private Consumer<T> onNext = item -> {};

    /** A subscriber that requests nothing by itself. */
    public static <T> TestSubscriber<T> create() {
        return new TestSubscriber<>();
    }

    /** A subscriber that requests so many at the start. */
    public static <T> TestSubscriber<T> requesting(long n) {
        return TestSubscriber.<T>create().onSubscribe(s -> s.request(n));
    }

    /** A subscriber that also is a stage's context: it hears of drops and late errors, and offers a timer. */
    public static <T> WithContext<T> withContext(Timer timer) {
        return new WithContext<>(timer);
    }

    public final TestSubscriber<T> onSubscribe(Consumer<TestSubscriber<T>> action) {
        onSubscribe = action;
        return this;
    }

    public final TestSubscriber<T> onNext(Consumer<T> action) {
        onNext = action;
        return this;
    }

    @Override
    public void onSubscribe(Subscription s) {
        if (subscription != null) {
            breaches.add("second onSubscribe");
        }
        subscription = s;
        onSubscribe.accept(this);
    }

    @Override
    public void onNext(T item) {
        enter("onNext(" + item + ")");
        try {
            items.add(item);
            if (items.size() > requested.get()) {
                breaches.add("onNext(" + item + ") without demand");
            }
            onNext.accept(item);
        } finally {
            inSignal.set(null);
        }
    }

    @Override
    public void onError(Throwable t) {
        enter("onError(" + t + ")");
        error = t;
        leaveForGood();
    }

    @Override
    public void onComplete() {
        enter("onComplete");
        completed = true;
        leaveForGood();
    }

    private void enter(String signal) {
        if (subscription == null) {
            breaches.add(signal + " before onSubscribe");
        }
        if (isEnded()) {
            breaches.add(signal + " after the end");
        }
        if (!inSignal.compareAndSet(null, Thread.currentThread())) {
            breaches.add(signal + " within another signal");
        }
    }

    private void leaveForGood() {
        inSignal.set(null);
        ended.countDown();
    }

    public final void request(long n) {
        if (n > 0) {
            requested.accumulateAndGet(n, (a, b) -> a + b < 0 ? Long.MAX_VALUE : a + b);
        }
        subscription.request(n);
    }

    public final void cancel() {
        cancelled = true;
        subscription.cancel();
    }

    public final List<T> items() {
        synchronized (items) {
            return List.copyOf(items);
        }
    }

    public final List<String> breaches() {
        synchronized (breaches) {
            return List.copyOf(breaches);
        }
    }

    public final long requested() {
        return requested.get();
    }

    public final Throwable error() {
        return error;
    }

    public final boolean isCompleted() {
        return completed;
    }

    public final boolean isCancelled() {
        return cancelled;
    }

    public final boolean isEnded() {
        return completed || error != null;
    }

    public final Subscription subscription() {
        return subscription;
    }

    /** Waits for the terminal signal, for at most ten seconds. */
    public final boolean awaitEnd() {
        try {
            return ended.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** See {@link TestSubscriber#withContext}. */
    public static final class WithContext<T> extends TestSubscriber<T> implements StageContext {
        private final Timer timer;
        private final Drops drops = new Drops();
        private final List<Throwable> lateErrors = Collections.synchronizedList(new ArrayList<>());

        private WithContext(Timer timer) {
            this.timer = timer;
        }

        @Override
        public void dropped(Object item, DropReason reason) {
            drops.accept(item, reason);
        }

        @Override
        public void lateError(Throwable late) {
            lateErrors.add(late);
        }

        @Override
        public Timer timer() {
            return timer;
        }

        public Drops drops() {
            return drops;
        }

        public List<Throwable> lateErrors() {
            synchronized (lateErrors) {
                return List.copyOf(lateErrors);
            }
        }
    }
}
