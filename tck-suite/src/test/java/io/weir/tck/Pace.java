package io.weir.tck;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.reactivestreams.Processor;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Makes the rules that count items testable for operators that ask upstream for an unbounded number and give up what comes
 * too fast: it holds their request back, and asks the source instead for what the subscriber asks for, and some items ahead.
 *
 * <p>A gate stands between the source and the operator, a tap between the operator and the subscriber. Both pass every
 * signal on as it is, to and from the operator; only the amounts that the source sees are others.
 */
final class Pace {
    private final long ahead;
    private final Runnable afterItem;

    private Pace(long ahead, Runnable afterItem) {
        this.ahead = ahead;
        this.afterItem = afterItem;
    }

    /** The source sends what the subscriber wants and no more, so that nothing has to wait. */
    static Pace exact() {
        return ahead(0);
    }

    /** The source is so many items ahead of the subscriber, so that as many wait all the time. */
    static Pace ahead(long items) {
        return new Pace(items, () -> {});
    }

    /** Does something whenever the operator has taken in an item. */
    Pace afterItem(Runnable action) {
        return new Pace(ahead, action);
    }

    /** Makes the operator anew for every subscriber, so that none meets the clock of another. */
    static Function<Publisher<Integer>, Publisher<Integer>> anew(
            Supplier<Function<Publisher<Integer>, Publisher<Integer>>> operator) {
        return source -> subscriber -> operator.get().apply(source).subscribe(subscriber);
    }

    Function<Publisher<Integer>, Publisher<Integer>> around(Function<Publisher<Integer>, Publisher<Integer>> operator) {
        return source -> subscriber -> {
            Gate gate = new Gate();
            Publisher<Integer> gated = receiver -> source.subscribe(new Inlet<>(receiver, gate, afterItem));
            operator.apply(gated).subscribe(tapped(subscriber, gate));
        };
    }

    <T> Processor<T, T> around(Processor<T, T> processor) {
        return new PacedProcessor<>(processor);
    }

    /** A null subscriber is the operator's to refuse. */
    private static <T> Subscriber<T> tapped(Subscriber<T> subscriber, Gate gate) {
        return subscriber == null ? null : new Tap<>(subscriber, gate);
    }

    /**
     * Lets requests through to the source when the operator has made its own, but never from within a request to the
     * operator: a source that sends items at once would send them while the operator is busy with those that wait.
     */
    private final class Gate {
        private final AtomicLong permits = new AtomicLong(ahead);
        private final AtomicInteger requesting = new AtomicInteger();
        private volatile Subscription source;

        void open(Subscription upstream) {
            source = upstream;
            release();
        }

        void request(Subscription operator, long n) {
            requesting.incrementAndGet();
            operator.request(n);
            if (n > 0) {
                permits.accumulateAndGet(n, Gate::saturatingSum);
            }
            if (requesting.decrementAndGet() == 0) {
                release();
            }
        }

        private void release() {
            Subscription upstream = source;
            long n = upstream == null ? 0 : permits.getAndSet(0);
            if (n > 0) {
                upstream.request(n);
            }
        }

        private static long saturatingSum(long a, long b) {
            long sum = a + b;
            return sum < 0 ? Long.MAX_VALUE : sum;
        }
    }

    /** Between the source and the operator. */
    private static class Inlet<T> extends PassingSubscriber<T> {
        private final Gate gate;
        private final Runnable afterItem;
        private final AtomicBoolean subscribed = new AtomicBoolean();

        Inlet(Subscriber<? super T> operator, Gate gate, Runnable afterItem) {
            super(operator);
            this.gate = gate;
            this.afterItem = afterItem;
        }

        @Override
        public void onSubscribe(Subscription source) {
            boolean toBePaced = source != null && subscribed.compareAndSet(false, true);
            super.onSubscribe(toBePaced ? paced(source) : source);
        }

        private Subscription paced(Subscription source) {
            return new PassingSubscription(source) {
                @Override
                public void request(long n) {
                    gate.open(source);
                }
            };
        }

        @Override
        public void onNext(T item) {
            super.onNext(item);
            afterItem.run();
        }
    }

    /** Between the operator and the subscriber. */
    private static final class Tap<T> extends PassingSubscriber<T> {
        private final Gate gate;

        Tap(Subscriber<? super T> subscriber, Gate gate) {
            super(subscriber);
            this.gate = gate;
        }

        @Override
        public void onSubscribe(Subscription operator) {
            super.onSubscribe(new PassingSubscription(operator) {
                @Override
                public void request(long n) {
                    gate.request(operator, n);
                }
            });
        }
    }

    /** A processor with a gate on its inlet and a tap on its outlet. */
    private final class PacedProcessor<T> extends Inlet<T> implements Processor<T, T> {
        private final Processor<T, T> processor;
        private final Gate gate;

        PacedProcessor(Processor<T, T> processor) {
            this(processor, new Gate());
        }

        private PacedProcessor(Processor<T, T> processor, Gate gate) {
            super(processor, gate, afterItem);
            this.processor = processor;
            this.gate = gate;
        }

        @Override
        public void subscribe(Subscriber<? super T> subscriber) {
            processor.subscribe(tapped(subscriber, gate));
        }
    }
}
