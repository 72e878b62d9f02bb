package io.weir.tck;

import io.weir.testkit.PassingSubscriber;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
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
    private final boolean stepwise;
    private final Runnable afterItem;

    private Pace(long ahead, boolean stepwise, Runnable afterItem) {
        this.ahead = ahead;
        this.stepwise = stepwise;
        this.afterItem = afterItem;
    }

    /** The source sends what the subscriber wants and no more, so that nothing has to wait. */
    static Pace exact() {
        return ahead(0);
    }

    /** The source is so many items ahead of the subscriber, so that as many wait all the time. */
    static Pace ahead(long items) {
        return new Pace(items, false, () -> {});
    }

    /**
     * Keeps requests and items from meeting, for operators that give up an item for a newer one: while a request is under
     * way on one thread an item may have to wait, and then the next one would replace it, which is not wrong.
     */
    Pace stepwise() {
        return stepwise(() -> {});
    }

    /** The same, and with each item something else to do when the operator has taken it in. */
    Pace stepwise(Runnable afterItem) {
        return new Pace(ahead, true, afterItem);
    }

    Function<Publisher<Integer>, Publisher<Integer>> around(Function<Publisher<Integer>, Publisher<Integer>> operator) {
        return source -> subscriber -> {
            Gate gate = new Gate();
            Publisher<Integer> gated = receiver -> source.subscribe(new Inlet<>(receiver, gate));
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
            step(() -> operator.request(n));
            if (n > 0) {
                permits.accumulateAndGet(n, Gate::saturatingSum);
            }
            if (requesting.decrementAndGet() == 0) {
                release();
            }
        }

        void item(Runnable passOn) {
            step(() -> {
                passOn.run();
                afterItem.run();
            });
        }

        private void step(Runnable action) {
            if (stepwise) {
                synchronized (this) {
                    action.run();
                }
            } else {
                action.run();
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
        private final AtomicBoolean subscribed = new AtomicBoolean();

        Inlet(Subscriber<? super T> operator, Gate gate) {
            super(operator);
            this.gate = gate;
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
            gate.item(() -> super.onNext(item));
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
            super(processor, gate);
            this.processor = processor;
            this.gate = gate;
        }

        @Override
        public void subscribe(Subscriber<? super T> subscriber) {
            processor.subscribe(tapped(subscriber, gate));
        }
    }
}
