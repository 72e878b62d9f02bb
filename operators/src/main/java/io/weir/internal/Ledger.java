package io.weir.internal;

import io.weir.DropReason;
import io.weir.spi.Probe;
import io.weir.spi.StageContext;
import io.weir.spi.StageContextCarrier;
import io.weir.spi.StageSettings;
import io.weir.spi.Timer;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Who must be told what becomes of the items of one subscription: the probe, the callback for drops and the context
 * that the subscriber offers. A stage that nobody watches shares one ledger that tells nobody.
 *
 * <p>A probe that throws does not disturb the stream it watches: what it throws, whatever it is, goes where late errors go. So
 * no method that tells a probe throws, but {@link #dropped} and {@link #droppedLate}, which tell the callback and the context, too.
 */
final class Ledger {
    static final Ledger SILENT = new Ledger(null, null, null, null);

    private final @Nullable Probe probe;
    private final @Nullable BiConsumer<Object, DropReason> onDropped;
    private final @Nullable StageContext context;
    private final @Nullable Levels levels;

    private Ledger(
            @Nullable Probe probe,
            @Nullable BiConsumer<Object, DropReason> onDropped,
            @Nullable StageContext context,
            @Nullable Outlet<?> stage) {
        this.probe = probe;
        this.onDropped = onDropped;
        this.context = context;
        this.levels = stage == null || probe == null ? null : new Levels(stage, this);
    }

    static Ledger of(Object operator, StageSettings settings, Subscriber<?> downstream, Outlet<?> stage) {
        StageContext context = contextOf(downstream);
        Probe probe = settings.probe();
        if (probe == null && settings.onDropped() == null && context == null) {
            return SILENT;
        }
        String name = settings.name();
        Probe own = probe == null ? null : subscribed(probe, name == null ? operator.toString() : name, context);
        return new Ledger(own, settings.onDropped(), context, stage);
    }

    private static Probe subscribed(Probe probe, String name, @Nullable StageContext context) {
        if (probe instanceof TwoProbes both) { // so that the second has its own, also when the first throws
            return new TwoProbes(subscribed(both.first(), name, context), subscribed(both.second(), name, context));
        }
        try {
            return probe.subscribed(name);
        } catch (Throwable t) {
            report(t, context);
            return probe;
        }
    }

    /** The context that a subscriber offers. */
    static @Nullable StageContext contextOf(Subscriber<?> subscriber) {
        return subscriber instanceof StageContextCarrier carrier ? carrier.stageContext() : null;
    }

    @Nullable
    StageContext context() {
        return context;
    }

    boolean hasProbe() {
        return probe != null;
    }

    /** What a function threw on an item; null if the stream is to go on without the item. */
    @Nullable
    Throwable functionFailed(Object item, Throwable error) {
        try {
            return context == null ? error : context.functionFailed(item, error);
        } catch (Throwable t) {
            return Faults.attach(t, error);
        }
    }

    /** What an inner stream failed with; null if it counts as completed. */
    @Nullable
    Throwable innerFailed(Throwable error) {
        try {
            return context == null ? error : context.innerFailed(error);
        } catch (Throwable t) {
            return Faults.attach(t, error);
        }
    }

    /** The item of a publisher that the context knows to have just one, and ready; null for all others. */
    <T> @Nullable T onlyItemOf(Publisher<? extends T> publisher) {
        try {
            return context == null ? null : context.onlyItemOf(publisher);
        } catch (Throwable t) {
            return null; // whoever subscribes will see
        }
    }

    Timer timer() {
        return context == null ? Timer.shared() : context.timer();
    }

    void requested(long n) {
        if (probe != null) {
            tell(p -> p.requested(n));
        }
    }

    /** An item came from upstream. */
    void received(Object item) {
        if (levels != null) {
            tell(p -> p.received(item));
            levels.arrived();
        }
    }

    /** An item came from an inner stream. */
    void receivedInner(Object item) {
        if (probe != null) {
            tell(p -> p.received(item));
        }
    }

    void expanded(Object item) {
        if (probe != null) {
            tell(p -> p.expanded(item));
        }
    }

    /** An item is about to be delivered. */
    void emitted(Object item) {
        if (probe != null) {
            tell(p -> p.emitted(item));
        }
    }

    /** Upstream is about to be asked for more; 0 says that nothing has been asked for yet. */
    void asked(long n) {
        if (levels != null) {
            levels.asked(n);
        }
    }

    /** The number of waiting items has changed; it was this for a moment. */
    void depth(long peak) {
        if (levels != null) {
            levels.depth(peak);
        }
    }

    void completed() {
        if (probe != null) {
            tell(Probe::completed);
        }
    }

    void failed(Throwable error) {
        if (probe != null) {
            tell(p -> p.failed(error));
        }
    }

    void cancelled() {
        if (probe != null) {
            tell(Probe::cancelled);
        }
    }

    /** An item will not be delivered. Throws what the callback throws. */
    void dropped(Object item, DropReason reason) {
        if (probe != null) {
            tell(p -> p.dropped(item, reason));
        }
        if (context == null) {
            tellCallback(item, reason);
        } else { // last, since it may release what the item holds
            Faults.doBoth(() -> tellCallback(item, reason), () -> context.dropped(item, reason));
        }
    }

    private void tellCallback(Object item, DropReason reason) {
        if (onDropped != null) {
            onDropped.accept(item, reason);
        }
    }

    /** An item will not be delivered, and the stream has no signal left for a callback that throws. */
    void droppedLate(Object item, DropReason reason) {
        try {
            dropped(item, reason);
        } catch (Throwable t) {
            lateThrown(t);
        }
    }

    /** An error that no signal can carry any more (§1.7). Nobody is disturbed, not even if it cannot be told. */
    void late(@Nullable Throwable error) {
        if (error != null) {
            report(error, context);
        }
    }

    /** The same for what was thrown just now; but what no stream can carry is thrown on. */
    void lateThrown(Throwable thrown) {
        Faults.rethrowFatal(thrown);
        late(thrown);
    }

    /** Cancels. What that throws, against §3.15 and whatever it is, is a late error: there is more to do for whoever cancels. */
    void cancel(Subscription subscription) {
        try {
            subscription.cancel();
        } catch (Throwable t) {
            late(t);
        }
    }

    static void report(Throwable error, @Nullable StageContext context) {
        try {
            if (context != null) {
                context.lateError(error);
                return;
            }
        } catch (Throwable t) {
            Faults.attach(error, t);
        }
        Faults.uncaught(error);
    }

    void tell(Consumer<Probe> event) {
        if (probe == null) {
            return;
        }
        try {
            event.accept(probe);
        } catch (Throwable t) {
            late(t);
        }
    }
}
