package io.weir.flatten;

import io.weir.Weir;
import io.weir.testkit.Drops;
import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import io.weir.testkit.VirtualTimer;
import java.util.Iterator;
import java.util.function.Function;
import org.reactivestreams.Publisher;

/** What the tests of inner streams have in common that are sources of this library: a stage, and what it takes items from. */
abstract class InnerSources {
    protected final TestSource<Object> source = new TestSource<>();
    protected final TestSubscriber.WithContext<Object> subscriber = TestSubscriber.withContext(new VirtualTimer());
    protected final Drops drops = new Drops();

    protected final void flatten(
            Flattening flattening, FlattenOptions options, Function<Object, Publisher<Object>> mapper) {
        flattening.of(options.onDropped(drops), mapper).apply(source).subscribe(subscriber);
    }

    protected final void flatten(Flattening flattening, Function<Object, Publisher<Object>> mapper) {
        flatten(flattening, FlattenOptions.defaults(), mapper);
    }

    /** Items that are called by a letter and a number, and how many were taken; one may fail in its place. */
    protected static final class Items {
        private final int size;
        private final int failingAt;
        private final Runnable failing;
        int taken;

        Items(int size) {
            this(size, size, () -> {});
        }

        Items(int size, int failingAt, Runnable failing) {
            this.size = size;
            this.failingAt = failingAt;
            this.failing = failing;
        }

        Publisher<Object> of(Object letter) {
            return Weir.fromIterable(() -> iterator(letter));
        }

        private Iterator<Object> iterator(Object letter) {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < size;
                }

                @Override
                public Object next() {
                    if (next == failingAt) {
                        failing.run();
                    }
                    taken++;
                    return letter + "" + next++;
                }
            };
        }
    }
}
