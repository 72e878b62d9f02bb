package io.weir.stress;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Stages with a fault that one thread alone never sees: each does the right thing, but for one step that should have been one
 * with another. The exploration must find them.
 */
abstract class Faulty implements Subscriber<Object>, Subscription {
    final AtomicLong requested = new AtomicLong();

    @Nullable
    Subscription upstream;

    final Subscriber<? super Object> downstream;

    private Faulty(Subscriber<? super Object> downstream) {
        this.downstream = downstream;
    }

    static Publisher<Object> over(
            Publisher<Object> source, Function<Subscriber<? super Object>, Subscriber<Object>> stage) {
        return subscriber -> source.subscribe(stage.apply(subscriber));
    }

    @Override
    public void onSubscribe(Subscription s) {
        upstream = s;
        downstream.onSubscribe(this);
        s.request(Long.MAX_VALUE);
    }

    @Override
    public void onError(Throwable error) {
        downstream.onError(error);
    }

    @Override
    public void onComplete() {
        downstream.onComplete();
    }

    @Override
    public void cancel() {
        if (upstream != null) {
            upstream.cancel();
        }
    }

    /** Keeps the newest item; looks for demand before it puts an item down, and not after. */
    static final class LosesAWakeUp extends Faulty {
        private final AtomicReference<@Nullable Object> waiting = new AtomicReference<>();
        private final AtomicLong emitted = new AtomicLong();

        LosesAWakeUp(Subscriber<? super Object> downstream) {
            super(downstream);
        }

        @Override
        public void onNext(Object item) {
            if (emitted.get() < requested.get()) {
                emit(item);
            } else {
                waiting.set(item);
            }
        }

        @Override
        public void request(long n) {
            requested.addAndGet(n);
            Object item = waiting.getAndSet(null);
            if (item != null) {
                emit(item);
            }
        }

        private void emit(Object item) {
            emitted.incrementAndGet();
            downstream.onNext(item);
        }
    }

    /** Switches to the newest stream, which is asked for all that is demanded, and again for what has come meanwhile. */
    static final class HandsDemandOverTwice extends Faulty {
        private final Function<Object, Publisher<Object>> inners;
        private volatile @Nullable Subscription current;

        HandsDemandOverTwice(Subscriber<? super Object> downstream, Function<Object, Publisher<Object>> inners) {
            super(downstream);
            this.inners = inners;
        }

        @Override
        public void onNext(Object item) {
            Subscription old = current;
            if (old != null) {
                old.cancel();
            }
            inners.apply(item).subscribe(new Subscriber<>() {
                @Override
                public void onSubscribe(Subscription s) {
                    current = s;
                    long n = requested.get();
                    if (n > 0) {
                        s.request(n);
                    }
                }

                @Override
                public void onNext(Object inner) {
                    downstream.onNext(inner);
                }

                @Override
                public void onError(Throwable error) {
                    downstream.onError(error);
                }

                @Override
                public void onComplete() {}
            });
        }

        @Override
        public void request(long n) {
            requested.addAndGet(n);
            Subscription inner = current;
            if (inner != null) {
                inner.request(n);
            }
        }

        @Override
        public void cancel() {
            super.cancel();
            Subscription inner = current;
            if (inner != null) {
                inner.cancel();
            }
        }
    }

    /** Passes on; looks whether the stream has ended, and then ends it. */
    static final class EndsTwice extends Faulty {
        private volatile boolean ended;

        EndsTwice(Subscriber<? super Object> downstream) {
            super(downstream);
        }

        @Override
        public void onNext(Object item) {
            downstream.onNext(item);
        }

        @Override
        public void request(long n) {
            if (n <= 0 && !ended) {
                ended = true;
                cancel();
                downstream.onError(new IllegalArgumentException("§3.9"));
            }
        }

        @Override
        public void onComplete() {
            if (!ended) {
                ended = true;
                downstream.onComplete();
            }
        }
    }
}
