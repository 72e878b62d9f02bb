package io.weir.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A table of things that come and go: one thread adds, one thread removes, any thread looks.
 *
 * <p>The first slot costs nothing; the others are made when they are needed. They grow by being copied. What is removed
 * during the copy may stand in the new table still, so whoever removes must be ready to meet it once more.
 */
final class Slots<S> {
    private static final VarHandle FIRST = Atomics.field(MethodHandles.lookup(), Slots.class, "first", Object.class);
    private static final AtomicReferenceArray<?> NONE = new AtomicReferenceArray<>(0);
    private static final int FIRST_SIZE = 3;

    // Filled by the one who adds, cleared by the one who removes, read by all.
    private volatile @Nullable S first;
    private volatile AtomicReferenceArray<@Nullable S> others; // replaced by the one who adds

    // Owned by the one who adds.
    private int lastUsed;

    @SuppressWarnings("unchecked") // there is nothing in it
    Slots() {
        others = (AtomicReferenceArray<@Nullable S>) NONE;
    }

    void add(S thing) {
        if (first == null) {
            FIRST.setRelease(this, thing);
            return;
        }
        AtomicReferenceArray<@Nullable S> now = others;
        int size = now.length();
        for (int i = 0; i < size; i++) {
            int slot = (lastUsed + i) % size;
            if (now.get(slot) == null) {
                lastUsed = slot;
                now.set(slot, thing);
                return;
            }
        }
        AtomicReferenceArray<@Nullable S> larger = new AtomicReferenceArray<>(size == 0 ? FIRST_SIZE : 2 * size + 1);
        for (int i = 0; i < size; i++) {
            larger.set(i, now.get(i));
        }
        larger.set(size, thing);
        lastUsed = size;
        others = larger;
    }

    void remove(S thing) {
        if (first == thing) {
            FIRST.setRelease(this, null);
            return;
        }
        AtomicReferenceArray<@Nullable S> now = others;
        int size = now.length();
        for (int i = 0; i < size; i++) {
            if (now.compareAndSet(i, thing, null)) {
                return;
            }
        }
    }

    /** How many slots there are; grows only. */
    int size() {
        return 1 + others.length();
    }

    /** What stands in a slot below a size that was seen before; null when it is free. */
    @Nullable
    S get(int slot) {
        return slot == 0 ? first : others.get(slot - 1);
    }
}
