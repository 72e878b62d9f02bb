package io.weir.internal;

import java.util.AbstractQueue;
import java.util.Collections;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A queue with room for one item, which any thread may put in or take out. */
final class SingleItemQueue<T> extends AbstractQueue<T> {
    private final AtomicReference<@Nullable T> item = new AtomicReference<>();

    @Override
    public boolean offer(T added) {
        return item.compareAndSet(null, added);
    }

    @Override
    public @Nullable T poll() {
        return item.get() == null ? null : item.getAndSet(null);
    }

    @Override
    public @Nullable T peek() {
        return item.get();
    }

    @Override
    public int size() {
        return item.get() == null ? 0 : 1;
    }

    @Override
    public Iterator<T> iterator() {
        T now = item.get();
        return now == null
                ? Collections.emptyIterator()
                : Collections.singleton(now).iterator();
    }
}
