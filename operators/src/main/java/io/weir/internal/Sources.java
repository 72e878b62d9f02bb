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
        return new Elements<>(notNull("items", items));
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
        new One<T>(item).subscribe(notNull("subscriber", subscriber));
    }

    public static Publisher<String> lines(Path file) {
        return new File(notNull("file", file));
    }

    public static Publisher<String> lines(InputStream input) {
        return new Input(notNull("input", input));
    }

    private static final class Elements<T> extends PullSource<T> {
        private final Iterable<? extends T> items;

        Elements(Iterable<? extends T> items) {
            this.items = items;
        }

        @Override
        PullSubscription<T> open() {
            return new Items<>(notNull("the iterator of " + items.getClass().getName(), items.iterator()));
        }

        @Override
        public String toString() {
            return "fromIterable";
        }
    }

    private static final class Numbers extends PullSource<Integer> {
        private final int start;
        private final int count;

        Numbers(int start, int count) {
            this.start = start;
            this.count = count;
        }

        @Override
        PullSubscription<Integer> open() {
            return new Range(start, count);
        }

        @Override
        public String toString() {
            return "range(" + start + ", " + count + ")";
        }
    }

    private static final class File extends PullSource<String> {
        private final Path path;

        File(Path path) {
            this.path = path;
        }

        @Override
        PullSubscription<String> open() {
            return new Lines(path.toString(), () -> Files.newInputStream(path), true);
        }

        @Override
        public String toString() {
            return "lines(" + path + ")";
        }
    }

    private static final class Input extends PullSource<String> {
        private final InputStream input;
        private final AtomicBoolean taken = new AtomicBoolean();

        Input(InputStream input) {
            this.input = input;
        }

        @Override
        PullSubscription<String> open() {
            if (taken.compareAndSet(false, true)) {
                return new Lines("input", () -> input, false);
            }
            throw new IllegalStateException("the lines of an input stream can be read once only");
        }

        @Override
        public String toString() {
            return "lines(input)";
        }
    }

    private static final class Items<T> extends PullSubscription<T> {
        private final Iterator<? extends T> iterator;

        Items(Iterator<? extends T> iterator) {
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

    private static final class One<T> extends PullSubscription<T> {
        private final T item;

        One(T item) {
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

        Range(int start, int count) {
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
