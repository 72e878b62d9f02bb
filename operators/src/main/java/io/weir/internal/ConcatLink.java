package io.weir.internal;

import io.weir.DropReason;
import io.weir.spi.StageSettings;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;

/**
 * One inner stream after the other.
 *
 * <p>The right to emit belongs to the current inner stream, and to whoever may start the next one while there is none:
 * upstream while nothing waits, else the drain.
 */
public final class ConcatLink<T, R> extends BacklogLink<T, R> {
    private static final VarHandle CURRENT =
            Atomics.field(MethodHandles.lookup(), ConcatLink.class, "current", Inner.class);

    private final Mapping<T, R> mapping;
    private final int prefetch;
    private final @Nullable DelayedErrors delayed; // null where an error ends the stream at once

    // Written by whoever has the right to emit.
    private volatile @Nullable Inner<T, R> current;

    public ConcatLink(
            Object operator,
            StageSettings settings,
            Subscriber<? super R> downstream,
            Mapping<T, R> mapping,
            int prefetch,
            boolean delayErrors) {
        super(operator, settings, downstream, prefetch);
        this.mapping = mapping;
        this.prefetch = prefetch;
        this.delayed = DelayedErrors.keptIf(delayErrors);
    }

    // ------------------------------------------------------------------------------------------ from upstream

    @Override
    public long prefetch() {
        return prefetch;
    }

    @Override
    protected boolean tryForward(T item) {
        if (current != null || isClosed()) {
            return false;
        }
        Publisher<? extends R> stream;
        try {
            stream = mapping.streamOf(item);
        } catch (Throwable t) {
            failOnOrSkip(item, t);
            return true;
        }
        ledger.expanded(item);
        R only = mapping.onlyItemOf(stream, ledger);
        if (only != null && mayEmit()) {
            emitTaken(only);
            askForNextAtLast();
            return true;
        }
        PullSource<? extends R> source = mapping.sourceOf(stream);
        if (source == null) {
            subscribeTo(stream);
        } else {
            emitFrom(source);
        }
        return true;
    }

    private void emitFrom(PullSource<? extends R> source) {
        PullSubscription<? extends R> rest = null;
        Throwable error = null;
        try {
            rest = restOf(source);
        } catch (Throwable t) {
            rethrowFatal(t);
            error = t;
        }
        if (rest != null) {
            subscribeTo(rest);
        } else if (goesOnAfter(error)) {
            askForNextAtLast();
        }
    }

    private void subscribeTo(Publisher<? extends R> stream) {
        Inner<T, R> inner = new Inner<>(this, spent());
        CURRENT.setRelease(this, inner); // the inner stream looks at the demand, and for a cancellation, after this
        inner.starting = Thread.currentThread();
        try {
            inner.subscribeTo(stream);
        } finally {
            inner.starting = null;
        }
    }

    @Override
    protected void overflow(T item) {
        drop(item, DropReason.NO_DEMAND); // more than was asked for (§1.1)
    }

    @Override
    protected void functionThrew(Throwable error) {
        endWith(error);
    }

    /** Ends the stream now; an error that was delayed is attached. Only for whoever has the right to emit. */
    private void endWith(Throwable error) {
        stop();
        end(Faults.attach(error, takeFailure()));
        drain();
    }

    // ---------------------------------------------------------------------------------------- from downstream

    @Override
    protected void demanded(long n, long before) {
        Inner<T, R> inner = current;
        if (inner != null) {
            inner.grant();
        }
    }

    @Override
    protected boolean takesWithin() {
        Inner<T, R> inner = current;
        return inner == null || inner.takesWithin();
    }

    @Override
    protected void demandedWithin(long n) {
        Inner<T, R> inner = current;
        if (inner != null) {
            inner.grantWithin(n);
        }
    }

    @Override
    protected void stop() {
        super.stop();
        Inner<T, R> inner = current;
        if (inner != null) {
            inner.cancel();
        }
    }

    // ------------------------------------------------------------------------------------- from inner streams

    private void innerEnded(Inner<T, R> inner, @Nullable Throwable outcome) {
        if (!goesOnAfter(outcome)) {
            return;
        }
        if (inner.starting == Thread.currentThread()) {
            CURRENT.setRelease(this, null); // whoever started it looks what to do next
            askForNextAtLast();
            return;
        }
        current = null;
        askForNextAtLast();
        if (closing() || refused() || !nothingWaits()) {
            drain();
        }
    }

    /** An inner stream has ended, and with this error if any. False when that ends the whole stream. */
    private boolean goesOnAfter(@Nullable Throwable outcome) {
        Throwable error = innerOutcome(outcome);
        if (error != null && (delayed == null || ended())) {
            endWith(error);
            return false;
        }
        DelayedErrors.keep(delayed, error, this);
        return true;
    }

    // ----------------------------------------------------------------------------------------------- emission

    @Override
    protected boolean forwardWaiting() {
        if (current != null) {
            return false;
        }
        T item = take();
        if (item != null && !tryForward(item)) {
            dropRemaining(item); // the stream ended in between
        }
        return item != null;
    }

    @Override
    protected boolean mayEnd() {
        return current == null;
    }

    @Override
    protected @Nullable Throwable takeFailure() {
        return DelayedErrors.taken(delayed, super.takeFailure(), false);
    }

    @Override
    protected boolean maySignal(boolean upstreamEnded) {
        return quiet() || (current == null && (upstreamEnded || !nothingWaits()));
    }

    private static final class Inner<T, R> extends PassingInner<R, ConcatLink<T, R>> {
        // Owned by whoever starts it, for as long as that takes.
        private @Nullable Thread starting; // others see not theirs

        Inner(ConcatLink<T, R> link, long emittedBefore) {
            super(link, emittedBefore);
        }

        @Override
        void next(R item) {
            if (isPassing()) {
                link.emitInner(item);
                return;
            }
            try {
                pass(item);
            } finally {
                if (isFinished()) {
                    settleEnd(); // it ended within its own onNext
                }
            }
        }

        @Override
        protected void settleEnd() {
            link.innerEnded(this, error);
        }
    }
}
