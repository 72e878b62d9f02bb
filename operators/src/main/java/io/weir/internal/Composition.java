package io.weir.internal;

import static io.weir.internal.Require.notNull;

import io.weir.IdentityOperator;
import io.weir.Operator;
import java.util.function.Function;
import org.reactivestreams.Publisher;

/** Two operators as one. */
public final class Composition {
    private Composition() {}

    public static <T, R, V> Operator<T, V> of(Operator<T, R> first, Operator<R, V> next) {
        notNull("next", next);
        return new Typed<>(
                source -> next.apply(first.apply(source)),
                mostWaiting(first.mostWaiting(), next.mostWaiting()),
                text(first, next));
    }

    public static <T, R> Operator<T, R> of(Operator<T, R> first, IdentityOperator next) {
        notNull("next", next);
        return new Typed<>(
                source -> next.apply(first.apply(source)),
                mostWaiting(first.mostWaiting(), next.mostWaiting()),
                text(first, next));
    }

    public static <T, R> Operator<T, R> of(IdentityOperator first, Operator<T, R> next) {
        notNull("next", next);
        return new Typed<>(
                source -> next.apply(first.apply(source)),
                mostWaiting(first.mostWaiting(), next.mostWaiting()),
                text(first, next));
    }

    public static IdentityOperator of(IdentityOperator first, IdentityOperator next) {
        notNull("next", next);
        return new Identity(first, next);
    }

    /** The sum of two bounds; unbounded when either is, or when it does not fit. */
    public static long mostWaiting(long first, long next) {
        return Demand.sum(first, next);
    }

    private static String text(Object first, Object next) {
        return first + ".andThen(" + next + ")";
    }

    private record Typed<T, R>(Function<Publisher<T>, Publisher<R>> chain, long mostWaiting, String text)
            implements Operator<T, R> {
        @Override
        public Publisher<R> apply(Publisher<T> source) {
            return chain.apply(source);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class Identity extends IdentityOperator {
        private final IdentityOperator first;
        private final IdentityOperator next;

        Identity(IdentityOperator first, IdentityOperator next) {
            this.first = first;
            this.next = next;
        }

        @Override
        public <T> Publisher<T> apply(Publisher<T> source) {
            return next.apply(first.apply(source));
        }

        @Override
        public long mostWaiting() {
            return Composition.mostWaiting(first.mostWaiting(), next.mostWaiting());
        }

        @Override
        public String toString() {
            return text(first, next);
        }
    }
}
