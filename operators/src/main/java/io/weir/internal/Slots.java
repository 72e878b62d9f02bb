package io.weir.internal;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A table of things that come and go: one thread adds, one thread removes, any thread looks.
 *
 * <p>The table grows by being copied. What is removed during the copy may stand in the new table still, so whoever removes
 * must be ready to meet it once more.
 */
final class Slots<S> {
    private static final int FIRST_SIZE = 8;

    // Replaced by the one who adds, cleared by the one who removes, read by all.
    private volatile AtomicReferenceArray<@Nullable S> table = new AtomicReferenceArray<>(FIRST_SIZE);

    // Owned by the one who adds.
    private int lastUsed;

    void add(S thing) {
        AtomicReferenceArray<@Nullable S> now = table;
        int size = now.length();
        for (int i = 0; i < size; i++) {
            int slot = (lastUsed + i) % size;
            if (now.get(slot) == null) {
                lastUsed = slot;
                now.set(slot, thing);
                return;
            }
        }
        AtomicReferenceArray<@Nullable S> larger = new AtomicReferenceArray<>(2 * size);
        for (int i = 0; i < size; i++) {
            larger.set(i, now.get(i));
        }
        larger.set(size, thing);
        lastUsed = size;
        table = larger;
    }

    void remove(S thing) {
        AtomicReferenceArray<@Nullable S> now = table;
        int size = now.length();
        for (int i = 0; i < size; i++) {
            if (now.compareAndSet(i, thing, null)) {
                return;
            }
        }
    }

    /** How many slots there are; grows only. */
    int size() {
        return table.length();
    }

    /** What stands in a slot below a size that was seen before; null when it is free. */
    @Nullable
    S get(int slot) {
        return table.get(slot);
    }
}
