package io.weir;

import static io.weir.internal.Require.notNull;

import io.weir.internal.Link;
import io.weir.internal.Stage;
import io.weir.spi.StageSettings;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;

/** See {@link Operators#map(Function)}. */
final class MapOperator<T, R> implements Operator<T, R> {
    private final Function<? super T, ? extends R> mapper;

    MapOperator(Function<? super T, ? extends R> mapper) {
        this.mapper = notNull("mapper", mapper);
    }

    @Override
    public Publisher<R> apply(Publisher<T> source) {
        return Stage.over(source, this, (spec, downstream) -> new MapLink<>(spec, downstream));
    }

    @Override
    public long mostWaiting() {
        return 0;
    }

    @Override
    public String toString() {
        return "map(mapper)";
    }

    private static final class MapLink<T, R> extends Link<T, R> {
        private final Function<? super T, ? extends R> mapper;

        MapLink(MapOperator<T, R> spec, Subscriber<? super R> downstream) {
            super(spec, StageSettings.NONE, downstream);
            this.mapper = spec.mapper;
        }

        @Override
        public void onNext(T item) {
            received(item);
            if (!admitsDemanded(item)) {
                return;
            }
            R result;
            try {
                result = notNull("the result of map's mapper", mapper.apply(item));
            } catch (Throwable t) {
                failOnOrSkip(item, t);
                return;
            }
            if (!emit(result)) {
                turnAway(result); // the item has been used up
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
