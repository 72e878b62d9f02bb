package io.weir.testkit;

import io.weir.DropReason;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** A callback for drops that remembers them. */
public final class Drops implements BiConsumer<Object, DropReason> {
    /** One drop. */
    public record Drop(Object item, DropReason reason) {}

    private final List<Drop> all = new ArrayList<>();

    public static Drop drop(Object item, DropReason reason) {
        return new Drop(item, reason);
    }

    @Override
    public synchronized void accept(Object item, DropReason reason) {
        all.add(new Drop(item, reason));
    }

    public synchronized List<Drop> all() {
        return List.copyOf(all);
    }

    public synchronized List<Object> items() {
        return all.stream().map(Drop::item).toList();
    }

    public synchronized List<DropReason> reasons() {
        return all.stream().map(Drop::reason).toList();
    }
}
