package io.weir.benchmarks.grid;

import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.CompilerControl;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * The source for all libraries: a plain publisher of numbers, of which no library knows anything. It keeps the rules, sends
 * on the thread that requests, and makes no garbage for its items.
 */
final class NeutralSource implements Publisher<Integer> {
    private static final int MASK = 1023;
    private static final Integer[] NUMBERS = new Integer[MASK + 1];

    static {
        for (int i = 0; i <= MASK; i++) {
            NUMBERS[i] = i;
        }
    }

    private final int count;

    NeutralSource(int count) {
        this.count = count;
    }

    static Integer number(int i) {
        return NUMBERS[i & MASK];
    }

    @Override
    public void subscribe(Subscriber<? super Integer> subscriber) {
        subscriber.onSubscribe(new Numbers(subscriber, count));
    }

    private static final class Numbers extends AtomicLong implements Subscription {
        private static final long serialVersionUID = 1L;

        private final transient Subscriber<? super Integer> subscriber;
        private final int count;
        private int next;
        private volatile boolean cancelled;

        Numbers(Subscriber<? super Integer> subscriber, int count) {
            this.subscriber = subscriber;
            this.count = count;
        }

        @Override
        public void request(long n) {
            if (n <= 0) {
                cancelled = true;
                subscriber.onError(new IllegalArgumentException("§3.9: request(" + n + ")"));
            } else if (getAndAccumulate(n, (a, b) -> a + b < 0 ? Long.MAX_VALUE : a + b) == 0) {
                send(n);
            }
        }

        /**
         * Compiled by itself. Otherwise the compiler may take it for a part of the whole chain of subscriptions, which is so deep
         * that it gives up on what matters: the way of an item.
         */
        @CompilerControl(CompilerControl.Mode.DONT_INLINE)
        private void send(long demand) {
            Subscriber<? super Integer> receiver = subscriber;
            int end = count;
            long sent = 0;
            long limit = demand;
            int i = next;
            while (true) {
                while (sent != limit && i != end) {
                    if (cancelled) {
                        return;
                    }
                    receiver.onNext(number(i++));
                    sent++;
                }
                if (i == end) {
                    if (!cancelled) {
                        receiver.onComplete();
                    }
                    return;
                }
                next = i;
                limit = get();
                if (sent == limit) {
                    limit = addAndGet(-sent);
                    sent = 0;
                    if (limit == 0) {
                        return;
                    }
                }
            }
        }

        @Override
        public void cancel() {
            cancelled = true;
        }
    }
}
