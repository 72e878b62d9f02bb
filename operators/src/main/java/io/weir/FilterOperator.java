package io.weir;

import static io.weir.internal.Require.notNull;

import io.weir.internal.Link;
import io.weir.internal.Stage;
import io.weir.spi.StageSettings;
import java.util.function.Predicate;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;

/** See {@link Operators#filter(Predicate)}. */
final class FilterOperator<T> implements Operator<T, T> {
    private final Predicate<? super T> predicate;

    FilterOperator(Predicate<? super T> predicate) {
        this.predicate = notNull("predicate", predicate);
    }

    @Override
    public Publisher<T> apply(Publisher<T> source) {
        return Stage.over(source, this, (spec, downstream) -> new FilterLink<>(spec, downstream));
    }

    @Override
    public long mostWaiting() {
        return 0;
    }

    @Override
    public String toString() {
        return "filter(predicate)";
    }

    private static final class FilterLink<T> extends Link<T, T> {
        private final Predicate<? super T> predicate;

        FilterLink(FilterOperator<T> spec, Subscriber<? super T> downstream) {
            super(spec, StageSettings.NONE, downstream);
            this.predicate = spec.predicate;
        }

        @Override
        public void onNext(T item) {
            received(item);
            if (!admitsDemanded(item)) {
                return;
            }
            boolean wanted;
            try {
                wanted = predicate.test(item);
            } catch (Throwable t) {
                failOnOrSkip(item, t);
                return;
            }
            if (!wanted) {
                drop(item, DropReason.FILTERED);
                askUpstream(1); // the item used up demand that is still unmet
            } else if (!emit(item)) {
                turnAway(item);
            }
        }

        @Override
        protected boolean passesDemandOn() {
            return true;
        }

        @Override
        protected void demanded(long n, long before) {
            askUpstream(n);
        }
    }
}
