package io.weir.internal;

import io.weir.Weir;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** The function of a flattening operator, which knows whose it is. */
public final class Mapping<T, R> {
    private final Object operator;
    private final Function<? super T, ? extends Publisher<? extends R>> mapper;

    public Mapping(Object operator, Function<? super T, ? extends Publisher<? extends R>> mapper) {
        this.operator = operator;
        this.mapper = mapper;
    }

    /** The stream of an item. Throws what the function throws, and when it returns null. */
    Publisher<? extends R> streamOf(T item) {
        Publisher<? extends R> stream = mapper.apply(item);
        if (stream == null) {
            throw new NullPointerException("the mapper of " + operator + " must not return null");
        }
        return stream;
    }

    /** The item of a stream that has just one, and has it ready: then there is no need to subscribe. Null for all others. */
    @Nullable
    R onlyItemOf(Publisher<? extends R> stream, Ledger ledger) {
        return stream instanceof Weir<? extends R> weir ? InsideWeir.onlyItemOf(weir) : ledger.onlyItemOf(stream);
    }

    /** A stream that is a source of this library, whose items can be taken with no subscription in between. Null for all others. */
    @Nullable
    PullSource<? extends R> sourceOf(Publisher<? extends R> stream) {
        return stream instanceof Weir<? extends R> weir ? InsideWeir.sourceOf(weir) : null;
    }
}
