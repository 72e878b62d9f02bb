package io.weir.stress.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operator in one thread and without a care for speed. This part is what all have in common: demand, the end, and what
 * becomes of items that come too late.
 */
abstract class Model {
    static final String COMPLETED = "completed";
    static final String FAILED = "failed";
    private static final String REFUSED = "refused";

    final Seen seen = new Seen();
    long demand;
    boolean over; // ended, or cancelled by the subscriber
    private boolean cancelled;
    private boolean refusing; // a request was refused, which nobody has signalled yet
    private boolean callbackBroken;
    boolean upstreamEnded;

    @Nullable
    String ending; // how the stream will end when it can

    // ---------------------------------------------------------------------------------------------- the operator

    /** The stage has been subscribed to. */
    abstract void start();

    /** An item has come, and the stream goes on. */
    abstract void receive(int item);

    /** There is more demand. */
    void demanded(long n) {}

    /** Emits what can be emitted; ends the stream if it can end. */
    void settle() {
        if (ending != null && !over) {
            end(ending);
        }
    }

    /** Whether a request can be refused at once. */
    boolean refusesAtOnce() {
        return demand == 0;
    }

    /** Drops what waits. */
    void dropWaiting(String reason) {}

    /** Cancels inner streams. */
    void cancelInners() {}

    void tick() {}

    /** Which inner streams are at work. */
    List<Integer> inners() {
        return new ArrayList<>();
    }

    void innerItem(int inner, int item) {}

    void innerEnded(int inner, boolean failed) {}

    /** How many items it may still send. */
    long innerMaySend(int inner) {
        return 0;
    }

    // ------------------------------------------------------------------------------------------- what happens

    final void send(int item) {
        if (over || upstreamEnded) {
            dropLate(item, cancelled ? "CANCELLED" : "AFTER_TERMINATION");
        } else if (refusing && holdsRightToEmit()) {
            endRefused();
            dropLate(item, "AFTER_TERMINATION");
        } else if (ending != null) {
            dropLate(item, "FAILED");
        } else {
            receive(item);
        }
    }

    /** True when it is upstream's signals that may end the stream. */
    boolean holdsRightToEmit() {
        return true;
    }

    final void upstreamEnds(boolean failed) {
        if (over || upstreamEnded) {
            late(failed);
            return;
        }
        upstreamEnded = true;
        if (ending != null) {
            late(failed);
        } else {
            ending = failed ? FAILED : COMPLETED;
        }
        settleOrRefuse();
    }

    final void settleOrRefuse() {
        if (refusing && !over && holdsRightToEmit()) {
            endRefused();
        } else {
            settle();
        }
    }

    final void request(long n) {
        if (!over && !refusing) {
            demand = demand + n < 0 ? Seen.UNBOUNDED : demand + n;
            demanded(n);
            settle();
        }
    }

    final void refuse() {
        seen.reasonsMatterNoMore();
        if (!over && !refusing) {
            refusing = true;
            if (refusesAtOnce()) {
                endRefused();
            }
        }
    }

    final void cancel() {
        if (!over) {
            over = true;
            cancelled = true;
            stop();
            dropWaiting("CANCELLED");
            late(FAILED.equals(ending)); // which nobody can be told any more
        }
    }

    final void breakCallback() {
        callbackBroken = true;
    }

    // ------------------------------------------------------------------------------------------- for operators

    final void ask(long n) {
        seen.asked(n);
    }

    final boolean isRefusing() {
        return refusing;
    }

    final void deliver(int item) {
        if (demand != Seen.UNBOUNDED) {
            demand--;
        }
        seen.item(item);
    }

    /** Drops an item of a stream that goes on. */
    final void drop(int item, String reason) {
        seen.dropped(item, reason);
        if (callbackBroken) {
            callbackBroken = false;
            fail();
        }
    }

    final void dropLate(int item, String reason) {
        seen.dropped(item, reason);
        late(callbackBroken);
        callbackBroken = false;
    }

    final void late(boolean failed) {
        if (failed) {
            seen.lateError();
        }
    }

    /** The stage fails: everything is cancelled at once, and the error comes after what waits. */
    void fail() {
        stop();
        late(FAILED.equals(ending));
        ending = FAILED;
        settle();
    }

    final void stop() {
        if (!upstreamEnded) {
            seen.upstreamCancelled();
        }
        cancelInners();
    }

    final void end(String how) {
        over = true;
        seen.end(how);
    }

    final void endRefused() {
        refusing = false;
        stop();
        end(REFUSED);
        late(FAILED.equals(ending));
        dropWaiting("FAILED");
    }
}
