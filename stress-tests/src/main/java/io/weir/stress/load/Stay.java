package io.weir.stress.load;

import io.reactivex.rxjava3.core.FlowableSubscriber;
import io.weir.DropReason;
import io.weir.overflow.OverflowException;
import io.weir.spi.Cancellable;
import io.weir.spi.StageContext;
import io.weir.spi.StageContextCarrier;
import io.weir.spi.Timer;
import io.weir.stress.Total;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

/**
 * One subscription of a pipeline, and everybody around it: upstream, inner streams and subscriber. Any thread may do any of
 * it; where the specification wants signals to be serial, a thread that comes second goes away.
 */
final class Stay {
    private final Account account;
    private final Source upstream = new Source(true);
    private final Source sampler = new Source(true);
    private final ConcurrentLinkedQueue<Source> inners = new ConcurrentLinkedQueue<>();
    private final Receiver receiver = new Receiver();
    private final Context context = new Context();
    private final boolean failing; // the callback for drops throws now and then
    private final Consumer<String> faults; // is told what is wrong when everybody has left
    private final AtomicLong undecided = new AtomicLong(); // sent, and without a fate

    private final AtomicInteger guests =
            new AtomicInteger(1); // threads at work in here, and one for as long as it is open
    private final AtomicReference<@Nullable String> fault = new AtomicReference<>();

    Stay(Account account, boolean failing, Consumer<String> faults) {
        this.account = account;
        this.failing = failing;
        this.faults = faults;
        account.countSubscription();
    }

    // ------------------------------------------------------------------------------------ what a pipeline is made of

    Publisher<Object> upstream() {
        return upstream;
    }

    Publisher<Object> sampler() {
        return sampler;
    }

    /** The shared timer; its thread is a guest, too. */
    Timer timer() {
        return new PendingTimer();
    }

    Publisher<Object> innerOf(Object item) {
        account.countExpanded();
        undecided.decrementAndGet();
        Source inner = new Source(false);
        inners.add(inner);
        return inner;
    }

    Subscriber<Object> receiver() {
        return receiver;
    }

    /** For pipelines that tell a callback, and not the context. */
    void dropped(Object item, DropReason reason) {
        account.countDropped(reason);
        undecided.decrementAndGet();
        if (failing && item.hashCode() % 97 == 0) {
            throw new Fault("callback");
        }
    }

    // ------------------------------------------------------------------------------------------- what threads do

    /** Enters it; false when it is closed. Must be followed by {@link #leave()}. */
    boolean enter() {
        while (true) {
            int now = guests.get();
            if (now == 0) {
                return false;
            }
            if (guests.compareAndSet(now, now + 1)) {
                return true;
            }
        }
    }

    /** The last one sees whether all is in order. */
    void leave() {
        if (guests.decrementAndGet() == 0) {
            String found = fault();
            if (found != null) {
                faults.accept(found);
            }
        }
    }

    /** Upstream sends items, or ends. */
    void produce(Random random, int most, boolean mayFail) {
        upstream.produce(random, most, mayFail ? 200 : 0);
    }

    /** Some inner stream sends items, and perhaps ends. */
    void produceInside(Random random, int most, boolean mayFail) {
        Source inner = inners.poll();
        while (inner != null && inner.over) {
            inner = inners.poll(); // replaced, or cancelled
        }
        if (inner == null) {
            return;
        }
        inner.produce(random, most, mayFail ? 20 : 0);
        if (random.nextInt(3) == 0) {
            inner.end(null);
        }
        if (!inner.over) {
            inners.add(inner);
        }
    }

    void tick() {
        sampler.tick();
    }

    void request(long n) {
        receiver.request(n);
    }

    void cancel() {
        receiver.cancel();
    }

    void refuse() {
        receiver.refuse();
    }

    void end(Random random) {
        upstream.end(random.nextBoolean() ? new Fault("upstream") : null);
    }

    boolean isOver() {
        return receiver.ended || receiver.cancelled;
    }

    long waiting() {
        return Math.max(0, undecided.get());
    }

    private @Nullable String fault() {
        if (fault.get() != null) {
            return fault.get();
        }
        long left = undecided.get();
        return left == 0 ? null : left > 0 ? left + " items have no fate" : -left + " items have two fates";
    }

    private void breach(String what) {
        fault.compareAndSet(null, what);
    }

    /** What fails on purpose. */
    static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Fault(String who) {
            super(who, null, false, false);
        }
    }

    private final class Context implements StageContext {
        @Override
        public void dropped(Object item, DropReason reason) {
            Stay.this.dropped(item, reason);
        }

        @Override
        public void lateError(Throwable error) {
            boolean expected = error instanceof Fault
                    || error instanceof IllegalArgumentException
                    || error instanceof OverflowException;
            if (!expected) {
                breach("late error: " + error);
            }
        }
    }

    private final class PendingTimer implements Timer {
        @Override
        public long nanoTime() {
            return Timer.shared().nanoTime();
        }

        @Override
        public Cancellable schedule(Runnable task, Duration delay) {
            AtomicBoolean pending = new AtomicBoolean(true);
            account.countTimer(1);
            Cancellable scheduled = Timer.shared().schedule(() -> run(task, pending), delay);
            return () -> {
                scheduled.cancel();
                settle(pending);
            };
        }

        private void run(Runnable task, AtomicBoolean pending) {
            settle(pending);
            if (enter()) {
                try {
                    task.run();
                } finally {
                    leave();
                }
            }
        }

        private void settle(AtomicBoolean pending) {
            if (pending.getAndSet(false)) {
                account.countTimer(-1);
            }
        }
    }

    /** Upstream, an inner stream or the sampler. */
    private final class Source implements Publisher<Object>, Subscription {
        private final Total demand = new Total();
        private final AtomicBoolean busy = new AtomicBoolean();
        private final boolean outer;
        private volatile @Nullable Subscriber<? super Object> stage;
        private volatile boolean over;

        Source(boolean outer) {
            this.outer = outer;
        }

        @Override
        public void subscribe(Subscriber<? super Object> subscriber) {
            subscriber.onSubscribe(this);
            stage = subscriber;
        }

        @Override
        public void request(long n) {
            demand.add(n);
        }

        @Override
        public void cancel() {
            over = true;
        }

        void produce(Random random, int most, int failEvery) {
            signal(to -> {
                for (int i = 0; i < most && !over && mayStillSend(); i++) {
                    if (failEvery > 0 && random.nextInt(failEvery) == 0) {
                        over = true;
                        to.onError(new Fault(outer ? "upstream" : "inner stream"));
                        return;
                    }
                    account.countSent();
                    undecided.incrementAndGet();
                    to.onNext(random.nextInt());
                }
            });
        }

        /** Signals, unless it is over or another thread does. */
        private void signal(Consumer<Subscriber<? super Object>> signals) {
            Subscriber<? super Object> to = stage;
            if (to == null || over || !busy.compareAndSet(false, true)) {
                return;
            }
            try {
                signals.accept(to);
            } finally {
                busy.set(false);
            }
        }

        private boolean mayStillSend() {
            long left = demand.get();
            return left == Long.MAX_VALUE || (left > 0 && demand.decrementAndGet() >= 0);
        }

        void end(@Nullable Throwable error) {
            signal(to -> {
                over = true;
                if (error == null) {
                    to.onComplete();
                } else {
                    to.onError(error);
                }
            });
        }

        void tick() {
            signal(to -> to.onNext("tick"));
        }
    }

    private final class Receiver implements CoreSubscriber<Object>, FlowableSubscriber<Object>, StageContextCarrier {
        private final Total requested = new Total();
        private final AtomicBoolean inside = new AtomicBoolean();
        private volatile @Nullable Subscription subscription;
        private volatile boolean ended;
        private volatile boolean cancelled;
        private long received; // owned by whoever signals

        @Override
        public StageContext stageContext() {
            return context;
        }

        void request(long n) {
            Subscription s = subscription;
            if (s != null) {
                requested.add(n);
                s.request(n);
            }
        }

        void refuse() {
            Subscription s = subscription;
            if (s != null) {
                s.request(0);
            }
        }

        void cancel() {
            Subscription s = subscription;
            if (s != null) {
                cancelled = true;
                s.cancel();
            }
        }

        @Override
        public void onSubscribe(Subscription s) {
            subscription = s;
        }

        @Override
        public void onNext(Object item) {
            enter("an item");
            account.countDelivered();
            undecided.decrementAndGet();
            if (++received > requested.get()) {
                breach("an item without demand");
            }
            inside.set(false);
        }

        @Override
        public void onError(Throwable error) {
            end("an error");
        }

        @Override
        public void onComplete() {
            end("a completion");
        }

        private void end(String signal) {
            enter(signal);
            ended = true;
            inside.set(false);
        }

        private void enter(String signal) {
            if (ended) {
                breach(signal + " after the end");
            }
            if (!inside.compareAndSet(false, true)) {
                breach(signal + " within another signal");
            }
        }
    }
}
