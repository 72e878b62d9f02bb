package io.weir.internal;

import java.util.AbstractQueue;
import java.util.Iterator;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's linked queue, which would have to be walked to tell its size. An item counts from just before it is put in until it has
 * been taken out.
 */
final class CountedLinkedQueue<T> extends AbstractQueue<T> {
    private final ConcurrentLinkedQueue<T> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();

    @Override
    public boolean offer(T added) {
        count.incrementAndGet(); // first: whoever takes it out subtracts it
        queue.add(added);
        return true;
    }

    @Override
    public @Nullable T poll() {
        T oldest = queue.poll();
        if (oldest != null) {
            count.decrementAndGet();
        }
        return oldest;
    }

    @Override
    public @Nullable T peek() {
        return queue.peek();
    }

    @Override
    public int size() {
        return count.get();
    }

    @Override
    public boolean isEmpty() {
        return queue.isEmpty();
    }

    @Override
    public Iterator<T> iterator() {
        return queue.iterator();
    }
}
