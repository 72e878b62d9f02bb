package io.weir.internal;

import static io.weir.internal.Require.notNegative;
import static io.weir.internal.Require.notNull;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;

/** The sources. Each makes its items when they are asked for, on the thread that asks. */
public final class Sources {
    private Sources() {}

    public static <T> Publisher<T> iterable(Iterable<? extends T> items) {
        notNull("items", items);
        return subscriber -> {
            notNull("subscriber", subscriber);
            Iterator<? extends T> iterator;
            try {
                iterator = notNull("the iterator of " + items.getClass().getName(), items.iterator());
            } catch (Throwable t) {
                Faults.rethrowFatal(t);
                Rejection.reject(subscriber, t);
                return;
            }
            new Items<T>(iterator, subscriber).start();
        };
    }

    public static Publisher<Integer> range(int start, int count) {
        notNegative("range count", count);
        if ((long) start + count - 1 > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("range must end at most at " + Integer.MAX_VALUE + ", was " + count
                    + " items from " + start + " on");
        }
        return new Numbers(start, count);
    }

    /** Sends one item. */
    public static <T> void just(T item, Subscriber<? super T> subscriber) {
        new One<T>(item, notNull("subscriber", subscriber)).start();
    }

    public static Publisher<String> lines(Path file) {
        notNull("file", file);
        return subscriber -> new Lines(
                        file.toString(), () -> Files.newInputStream(file), true, notNull("subscriber", subscriber))
                .start();
    }

    public static Publisher<String> lines(InputStream input) {
        notNull("input", input);
        AtomicBoolean taken = new AtomicBoolean();
        return subscriber -> {
            notNull("subscriber", subscriber);
            if (taken.compareAndSet(false, true)) {
                new Lines("input", () -> input, false, subscriber).start();
            } else {
                Rejection.reject(
                        subscriber, new IllegalStateException("the lines of an input stream can be read once only"));
            }
        };
    }

    private static final class Items<T> extends PullSubscription<T> {
        private final Iterator<? extends T> iterator;

        Items(Iterator<? extends T> iterator, Subscriber<? super T> downstream) {
            super(downstream);
            this.iterator = iterator;
        }

        @Override
        protected boolean exhausted(long before) {
            return !iterator.hasNext();
        }

        @Override
        protected T next(long before) {
            return notNull("an item of the iterable", iterator.next());
        }
    }

    private record Numbers(int start, int count) implements Publisher<Integer> {
        @Override
        public void subscribe(Subscriber<? super Integer> subscriber) {
            new Range(start, count, notNull("subscriber", subscriber)).start();
        }

        @Override
        public String toString() {
            return "range(" + start + ", " + count + ")";
        }
    }

    private static final class One<T> extends PullSubscription<T> {
        private final T item;

        One(T item, Subscriber<? super T> downstream) {
            super(downstream);
            this.item = item;
        }

        @Override
        protected boolean exhausted(long before) {
            return before == 1;
        }

        @Override
        protected T next(long before) {
            return item;
        }
    }

    private static final class Range extends PullSubscription<Integer> {
        private final int start;
        private final int count;

        Range(int start, int count, Subscriber<? super Integer> downstream) {
            super(downstream);
            this.start = start;
            this.count = count;
        }

        @Override
        protected boolean exhausted(long before) {
            return before == count;
        }

        @Override
        protected Integer next(long before) {
            return start + (int) before;
        }
    }
}
