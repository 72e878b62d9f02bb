package io.weir.stress.load;

import java.lang.ref.WeakReference;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** A pipeline that is subscribed to again whenever its stream has ended. */
public final class Lane {
    private static final int MOST_FAULTS_KEPT = 5;
    private static final int MOST_WATCHED = 20;

    private final String name;
    private final Function<Stay, Publisher<Object>> pipeline;
    private final Account account = new Account();
    private final AtomicReference<@Nullable Stay> stay = new AtomicReference<>();
    private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<WeakReference<Stay>> first =
            new ConcurrentLinkedQueue<>(); // some of all, to see them go

    Lane(String name, Function<Stay, Publisher<Object>> pipeline) {
        this.name = name;
        this.pipeline = pipeline;
    }

    /** Does something with the stream that is there, or begins a new one. */
    void with(Random random, boolean failing, Consumer<Stay> action) {
        Stay now = stay.get();
        if (now == null) {
            begin(random, failing);
        } else if (now.enter()) {
            try {
                action.accept(now);
                if (now.isOver() && stay.compareAndSet(now, null)) {
                    now.leave(); // the one that stood for its being open
                }
            } finally {
                now.leave();
            }
        }
    }

    private void begin(Random random, boolean failing) {
        Stay next = new Stay(account, failing && random.nextBoolean(), this::keep);
        if (first.size() < MOST_WATCHED) {
            first.add(new WeakReference<>(next));
        }
        pipeline.apply(next).subscribe(next.receiver());
        if (!stay.compareAndSet(null, next)) {
            next.cancel(); // another thread was first
            next.leave();
        }
    }

    private void keep(String fault) {
        if (faults.size() < MOST_FAULTS_KEPT) {
            faults.add(name + ": " + fault);
        }
    }

    /** Ends the stream that is there. Nobody else may be at work. */
    public void close() {
        Stay last = stay.getAndSet(null);
        if (last != null) {
            last.cancel();
            last.leave();
        }
    }

    /** How many of the first subscriptions, all of them over by now, are still in memory. */
    public long notForgotten() {
        return first.stream().filter(reference -> reference.get() != null).count();
    }

    public long waiting() {
        Stay now = stay.get();
        return now == null ? 0 : now.waiting();
    }

    public Account account() {
        return account;
    }

    /** The first few things that were wrong. */
    public Iterable<String> faults() {
        return faults;
    }

    @Override
    public String toString() {
        return name;
    }
}
