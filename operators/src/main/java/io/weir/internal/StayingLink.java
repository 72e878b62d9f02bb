package io.weir.internal;

import io.weir.spi.StageSettings;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;

/**
 * A link whose upstream may stay in the drain loop while it subscribes to an inner stream.
 *
 * <p>While upstream subscribes to the only stream there is, it stays in the loop on behalf of that stream: no other stream
 * can want to emit, so items that come on upstream's own thread pass without entering the loop each time. The moment one
 * of them has to wait, upstream leaves the loop, so that whoever brings demand can emit it. If the stream signals on
 * another thread meanwhile, that thread takes the place of upstream in the loop: the signals of one stream are serial
 * (§1.3), so upstream is not emitting then.
 *
 * <p>While no stream is at work, upstream keeps the loop from one signal to the next: streams that end where they begin enter it once,
 * all together. Nothing waits then, so nobody else needs a pass at once. Who cancels needs none; a refused request that finds
 * demand outstanding may wait for upstream's next signal; what upstream itself asked for is done at the end of its own.
 */
abstract class StayingLink<T, R> extends ExpandingLink<T, R> {
    private static final VarHandle STAYED_FOR =
            Atomics.field(MethodHandles.lookup(), StayingLink.class, "stayedFor", MergeInner.class);

    // Written by any thread.
    private volatile @Nullable MergeInner<R> stayedFor; // the stream for which upstream stays in the loop

    // Owned by upstream.
    private boolean keepsLoop; // it is there, and is not making use of it: no stream is at work
    private boolean reentered; // something came from within what it does while it stays, and it is to leave
    private @Nullable MergeInner<R>
            endedStaying; // the last stream that ended while it stayed for it: it is to leave after that

    // Owned by whoever is in the drain loop.
    private @Nullable Thread staying; // upstream's thread, while it stays in the loop; others see not theirs
    private boolean inOnNext;

    StayingLink(
            Object operator,
            StageSettings settings,
            Subscriber<? super R> downstream,
            Mapping<T, R> mapping,
            boolean delayErrors) {
        super(operator, settings, downstream, mapping, delayErrors);
    }

    // ------------------------------------------------------------------------------------------ from upstream

    /** Enters the loop, unless it is in there since its last signal. */
    final boolean upstreamEnters() {
        if (!keepsLoop) {
            return tryEnter();
        }
        keepsLoop = false;
        return true;
    }

    /** Leaves the loop, or keeps it where no stream is at work: none can begin, nor end, in between. */
    final void upstreamLeaves() {
        if (running() > 0) {
            leave();
        } else {
            keepsLoop = true;
        }
    }

    /** A pass that was asked for during the signal must not wait for the next. */
    @Override
    final void signalled() {
        if (keepsLoop && missed()) {
            keepsLoop = false;
            leave();
        }
    }

    /** How many streams were started and not removed yet. */
    abstract int running();

    /** Subscribes, and stays in the loop meanwhile. Only right after entering it, while there is no other stream. */
    final void subscribeStaying(MergeInner<R> inner, Publisher<? extends R> stream) {
        staying = Thread.currentThread();
        reentered = false;
        STAYED_FOR.setRelease(this, inner);
        try {
            inner.subscribeTo(stream);
        } finally {
            if (endedStaying == inner) {
                upstreamLeaves();
            } else {
                endStay(inner);
            }
        }
    }

    /** Subscribes outside of the loop. If upstream stays there for another stream, that gets no more than its turn. */
    final void subscribeLeaving(MergeInner<R> inner, Publisher<? extends R> stream) {
        reentersStay(stayedFor);
        inner.subscribeTo(stream);
    }

    /** The same for whoever is in the loop, and leaves it: what comes of the subscription may take its time. */
    final void leaveAndSubscribe(MergeInner<R> inner, Publisher<? extends R> stream) {
        try {
            leave();
        } finally {
            subscribeLeaving(inner, stream);
        }
    }

    // ------------------------------------------------------------------------------------- for inner streams

    /** Makes the loop, in which upstream stays for this stream, the caller's. */
    final boolean takeOver(MergeInner<R> inner) {
        return stayedFor == inner && STAYED_FOR.compareAndSet(this, inner, null);
    }

    /** Takes the place of upstream in the loop, and leaves it with a pass; false when upstream does not stay for this stream. */
    final boolean endStay(MergeInner<R> inner) {
        boolean mine = takeOver(inner);
        if (mine) {
            passUntilNoneMissed();
        }
        return mine;
    }

    /** True on the thread of upstream, while it stays in the loop for this stream and is not in its onNext. */
    final boolean upstreamStaysFor(MergeInner<R> inner) {
        return stayedFor == inner && staying == Thread.currentThread() && !inOnNext;
    }

    /** Emits an item on the thread of upstream, while that stays in the loop; false when that may not be. */
    final boolean emittedStaying(MergeInner<R> inner, R item) {
        if (mustWait()) {
            return false;
        }
        inOnNext = true;
        try {
            return inner.emitNow(item);
        } finally {
            inOnNext = false;
            if (reentered) {
                endStay(inner);
            }
        }
    }

    /** True on the thread of upstream, while it stays for this stream: it leaves the loop when its own call is done. */
    final boolean reentersStay(@Nullable MergeInner<R> inner) {
        if (stayedFor != inner || staying != Thread.currentThread()) {
            return false;
        }
        reentered = true;
        return true;
    }

    /** Removes a stream that upstream stays for and that left nothing, if it ended on upstream's thread. */
    final boolean removedStaying(MergeInner<R> inner) {
        if (!upstreamStaysFor(inner)) {
            return false;
        }
        remove(inner);
        endedStaying = inner;
        STAYED_FOR.setRelease(this, null);
        return true;
    }

    /** True when an item may not pass others that wait, or would be of no use. */
    abstract boolean mustWait();

    /** The stream has ended, and nothing of it waits any more. Only in the loop. */
    abstract boolean remove(MergeInner<R> inner);
}
