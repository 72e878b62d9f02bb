package io.weir.internal;

import java.util.Queue;
import org.jctools.queues.varhandle.SpmcVarHandleArrayQueue;
import org.jctools.queues.varhandle.SpscUnboundedVarHandleArrayQueue;
import org.jctools.queues.varhandle.SpscVarHandleArrayQueue;
import org.jspecify.annotations.Nullable;

/**
 * Items that wait, up to a capacity: put in by one thread at a time, taken out by one thread at a time.
 *
 * <p>An item that is put {@code hidden} stays out of sight of whoever takes out until {@link #reveal()}. There is nothing
 * else in the queue then, and the mark is written before the item; so whoever sees an item looks for the mark after it. The
 * mark stays when the only hidden item is evicted, since another comes in its place.
 */
final class Backlog<T> {
    private static final int LARGEST_ARRAY = 1 << 16;
    private static final int CHUNK = 1 << 10;

    private final Queue<T> queue;
    private final int capacity;

    // Owned by whoever puts in; `hidden` is read by all.
    private volatile boolean hidden;
    private final LoneCount room = new LoneCount(); // there is at least so much; more perhaps, as items are taken out

    private Backlog(Queue<T> queue, int capacity) {
        this.queue = queue;
        this.capacity = capacity;
        room.set(capacity);
    }

    /** For items that only the drain takes out. */
    static <T> Backlog<T> of(int capacity) {
        return new Backlog<>(
                capacity <= CHUNK
                        ? new SpscVarHandleArrayQueue<>(capacity)
                        : new SpscUnboundedVarHandleArrayQueue<>(CHUNK),
                capacity);
    }

    /** For items that whoever puts in may evict, too. */
    static <T> Backlog<T> evicting(int capacity) {
        return new Backlog<>(
                capacity == 1
                        ? new SingleItemQueue<>()
                        : capacity <= LARGEST_ARRAY
                                ? new SpmcVarHandleArrayQueue<>(capacity)
                                : new CountedLinkedQueue<>(),
                capacity);
    }

    // -------------------------------------------------------------------------------------- for who puts in

    boolean hasRoom() {
        if (room.get() <= 0) {
            room.set(capacity - queue.size());
        }
        return room.get() > 0;
    }

    void put(T item) {
        queue.add(item);
        room.add(-1);
    }

    void putHidden(T item) {
        hidden = true;
        put(item);
    }

    void reveal() {
        hidden = false;
    }

    /** Takes out the oldest item; null when the drain was faster. */
    @Nullable
    T evict() {
        T oldest = queue.poll();
        if (oldest != null) {
            room.add(1);
        }
        return oldest;
    }

    int sizeWithHidden() {
        return queue.size();
    }

    // ------------------------------------------------------------------------------------- for who takes out

    /** True when there is an item to take out. Unlike {@link #isEmpty()} it does not look at what whoever puts in counts. */
    boolean hasNext() {
        return queue.peek() != null && !hidden;
    }

    /** The oldest item; null when there is none, or the one there was has just been evicted. */
    @Nullable
    T take() {
        return hasNext() ? queue.poll() : null;
    }

    /** The same where nothing is ever hidden. */
    @Nullable
    T poll() {
        return queue.poll();
    }

    // ----------------------------------------------------------------------------------------------- for all

    int size() {
        int all = queue.size();
        return hidden ? 0 : all;
    }

    boolean isEmpty() {
        return queue.isEmpty() || hidden;
    }
}
