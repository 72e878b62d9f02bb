package io.weir.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jctools.queues.varhandle.SpmcVarHandleArrayQueue;
import org.jctools.queues.varhandle.SpscUnboundedVarHandleArrayQueue;
import org.jctools.queues.varhandle.SpscVarHandleArrayQueue;
import org.jspecify.annotations.Nullable;

/**
 * Items that wait: put in by one thread at a time, taken out by one thread at a time, and counted exactly.
 *
 * <p>An item is in the queue from {@code put} on, but is only taken once it is counted; an item that is put {@code
 * hidden} stays out of everybody's sight until {@link #reveal()}.
 */
final class Backlog<T> {
    private static final int LARGEST_ARRAY = 1 << 16;
    private static final int CHUNK = 1 << 10;

    private static final VarHandle ADDED = Atomics.field(MethodHandles.lookup(), Backlog.class, "added", int.class);
    private static final VarHandle TAKEN = Atomics.field(MethodHandles.lookup(), Backlog.class, "taken", int.class);

    private final Queue<T> queue;

    // Owned by whoever puts in; `added` is read by all. Both counters may wrap: only their difference is used.
    private volatile int added;
    private int hidden;

    // Owned by whoever takes out; read by all.
    private volatile int taken;

    private Backlog(Queue<T> queue) {
        this.queue = queue;
    }

    /** For items that only the drain takes out. */
    static <T> Backlog<T> of(int capacity) {
        return new Backlog<>(
                capacity <= CHUNK
                        ? new SpscVarHandleArrayQueue<>(capacity)
                        : new SpscUnboundedVarHandleArrayQueue<>(CHUNK));
    }

    /** For items that whoever puts in may evict, too. */
    static <T> Backlog<T> evicting(int capacity) {
        return new Backlog<>(
                capacity <= LARGEST_ARRAY ? new SpmcVarHandleArrayQueue<>(capacity) : new ConcurrentLinkedQueue<>());
    }

    // -------------------------------------------------------------------------------------- for who puts in

    void put(T item) {
        queue.add(item);
        ADDED.setVolatile(this, added + 1);
    }

    void putHidden(T item) {
        queue.add(item);
        hidden++;
    }

    void reveal() {
        int n = hidden;
        hidden = 0;
        ADDED.setVolatile(this, added + n);
    }

    /** Takes out the oldest item; null when the drain was faster. */
    @Nullable
    T evict() {
        T oldest = queue.poll();
        if (oldest != null) {
            if (hidden > 0) {
                hidden--; // nothing but hidden items is in the queue while there are any
            } else {
                ADDED.setVolatile(this, added - 1);
            }
        }
        return oldest;
    }

    int sizeWithHidden() {
        return size() + hidden;
    }

    // ------------------------------------------------------------------------------------- for who takes out

    /** The oldest item; null when there is none, or the one there was has just been evicted. */
    @Nullable
    T take() {
        if (isEmpty()) {
            return null;
        }
        T oldest = queue.poll();
        if (oldest != null) {
            TAKEN.setVolatile(this, taken + 1);
        }
        return oldest;
    }

    // ----------------------------------------------------------------------------------------------- for all

    int size() {
        return Math.max(0, added - taken);
    }

    boolean isEmpty() {
        return added - taken <= 0;
    }
}
