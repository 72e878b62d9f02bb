package io.weir.internal;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Processor;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * An operator as a processor: an inlet that is subscribed to a source, and the operator's outlet for one subscriber.
 *
 * <p>Source and subscriber come in any order, on any threads. Whatever comes first waits under the lock; what is then
 * signalled is signalled outside it.
 */
public final class StageProcessor<T, R> implements Processor<T, R> {
    private final Publisher<R> outlet;
    private final Inlet<T> inlet = new Inlet<>();

    public StageProcessor(Function<Publisher<T>, Publisher<R>> operator) {
        this.outlet = operator.apply(inlet);
    }

    @Override
    public void subscribe(Subscriber<? super R> subscriber) {
        Require.notNull("subscriber", subscriber);
        if (inlet.claim()) {
            outlet.subscribe(subscriber);
        } else {
            Rejection.reject(subscriber, new IllegalStateException("a processor serves one subscriber only"));
        }
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        inlet.upstream(Require.notNull("subscription", subscription));
    }

    @Override
    public void onNext(T item) {
        inlet.next(Require.notNull("item", item));
    }

    @Override
    public void onError(Throwable error) {
        inlet.end(Require.notNull("error", error));
    }

    @Override
    public void onComplete() {
        inlet.end(null);
    }

    /**
     * Holds requests back while the subscriber is still in its onSubscribe: upstream is not, and would answer at once on
     * another thread (§1.3).
     */
    private static final class Gate implements Subscription {
        private final Subscription upstream;

        // Guarded by this.
        private @Nullable Long heldBack; // once that is not positive it stays: upstream is to refuse it (§3.9)
        private boolean open;

        Gate(Subscription upstream) {
            this.upstream = upstream;
        }

        void open() {
            Long n;
            synchronized (this) {
                n = heldBack;
                open = true;
            }
            if (n != null) {
                upstream.request(n);
            }
        }

        @Override
        public void request(long n) {
            synchronized (this) {
                if (!open) {
                    holdBack(n);
                    return;
                }
            }
            upstream.request(n);
        }

        private void holdBack(long n) {
            Long before = heldBack;
            if (before == null || (before > 0 && n <= 0)) {
                heldBack = n;
            } else if (before > 0) {
                heldBack = Demand.sum(before, n);
            }
        }

        @Override
        public void cancel() {
            upstream.cancel();
        }
    }

    private static final class Inlet<T> implements Publisher<T> {
        // Guarded by this.
        private boolean claimed;
        private boolean started; // the stage has its subscription
        private boolean ended;
        private @Nullable Throwable error;
        private @Nullable Subscription upstream;

        private volatile @Nullable Subscriber<? super T> stage;

        synchronized boolean claim() {
            boolean first = !claimed;
            claimed = true;
            return first;
        }

        @Override
        public void subscribe(Subscriber<? super T> subscriber) {
            Subscription source;
            synchronized (this) {
                stage = subscriber;
                source = upstream;
            }
            if (source != null) {
                Gate gate = new Gate(source);
                start(subscriber, gate);
                gate.open();
            }
        }

        private synchronized boolean isWithoutUpstream() {
            return upstream == null;
        }

        void upstream(Subscription subscription) {
            Subscriber<? super T> receiver;
            synchronized (this) {
                if (upstream != null) {
                    receiver = null;
                } else {
                    upstream = subscription;
                    receiver = stage;
                    if (receiver == null) {
                        return;
                    }
                }
            }
            if (receiver == null) {
                subscription.cancel(); // §2.5
            } else {
                start(receiver, subscription);
            }
        }

        private void start(Subscriber<? super T> subscriber, Subscription source) {
            subscriber.onSubscribe(source);
            boolean endNow;
            synchronized (this) {
                started = true;
                endNow = ended;
            }
            if (endNow) {
                signalEnd(subscriber, error);
            }
        }

        void next(T item) {
            Subscriber<? super T> receiver = stage;
            if (receiver != null) {
                receiver.onNext(item); // without a stage nothing was requested, so nothing can come
            }
        }

        void end(@Nullable Throwable failure) {
            if (isWithoutUpstream()) {
                upstream(Subscriptions.NONE); // §1.9, which this upstream does not keep
            }
            Subscriber<? super T> receiver;
            synchronized (this) {
                if (!started) {
                    ended = true;
                    error = failure;
                    return;
                }
                receiver = stage;
            }
            if (receiver != null) {
                signalEnd(receiver, failure);
            }
        }

        private static void signalEnd(Subscriber<?> receiver, @Nullable Throwable failure) {
            if (failure == null) {
                receiver.onComplete();
            } else {
                receiver.onError(failure);
            }
        }
    }
}
