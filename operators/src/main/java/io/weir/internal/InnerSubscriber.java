package io.weir.internal;

import io.weir.spi.StageContext;
import io.weir.spi.StageContextCarrier;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Subscribes a stage to one more publisher, besides its upstream. It may be cancelled before it has a subscription. */
abstract class InnerSubscriber<T> implements Subscriber<T>, StageContextCarrier {
    private static final VarHandle SUBSCRIPTION =
            Atomics.field(MethodHandles.lookup(), InnerSubscriber.class, "subscription", Subscription.class);

    // Written by any thread.
    private volatile @Nullable Subscription subscription;

    @Override
    public final void onSubscribe(Subscription s) {
        Require.notNull("subscription", s);
        if (subscription != null) {
            cancel(s); // cancelled before it began, or §2.5; what was granted stays as it is
            return;
        }
        long first = firstRequest();
        if (SUBSCRIPTION.compareAndSet(this, null, s)) {
            started();
            if (first > 0) {
                request(s, first);
            }
        } else {
            cancel(s); // cancelled in this moment
        }
    }

    /** Subscribes; a publisher that throws instead of signalling (against §1.9) has failed. What no stream can carry goes on. */
    final void subscribeTo(Publisher<? extends T> publisher) {
        try {
            Stage.subscribeInner(publisher, this);
        } catch (Throwable t) {
            cancelStageIfFatal(t);
            cancel();
            onError(t);
            Faults.rethrowFatal(t);
        }
    }

    /** How many items to ask for at first; perhaps 0. Nobody else can ask yet. */
    protected abstract long firstRequest();

    /** There is a subscription now, which everybody sees; the first request comes after this. */
    protected void started() {}

    final void cancel() {
        if (subscription == Subscriptions.CANCELLED) {
            return;
        }
        Subscription s = (Subscription) SUBSCRIPTION.getAndSet(this, Subscriptions.CANCELLED);
        if (s != null) {
            cancel(s);
        }
    }

    private void cancel(Subscription s) {
        Link<?, ?> stage = link();
        (stage == null ? Ledger.SILENT : stage.ledger).cancel(s);
    }

    /** The stage that it is for; null if it is for none. */
    abstract @Nullable Link<?, ?> link();

    @Override
    public final @Nullable StageContext stageContext() {
        Link<?, ?> stage = link();
        return stage == null ? null : stage.stageContext();
    }

    /** The publisher has signalled its end: the subscription counts as cancelled (§2.4) and must not be called (§2.3). */
    final void forgetSubscription() {
        SUBSCRIPTION.setRelease(this, Subscriptions.CANCELLED);
    }

    /** Does nothing before there is a subscription. */
    final void requestInner(long n) {
        Subscription s = subscription;
        if (s != null) {
            request(s, n);
        }
    }

    private void request(Subscription s, long n) {
        try {
            s.request(n);
        } catch (Throwable t) {
            cancelStageIfFatal(t);
            throw t;
        }
    }

    /** What no stream can carry goes on, up through whoever subscribed or requested. */
    private void cancelStageIfFatal(Throwable t) {
        Link<?, ?> stage = link();
        if (stage != null) {
            stage.rethrowFatal(t);
        }
    }

    final boolean hasSubscription() {
        return subscription != null;
    }
}
