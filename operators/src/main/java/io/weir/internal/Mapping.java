package io.weir.internal;

import java.util.function.Function;
import org.reactivestreams.Publisher;

/** The function of a flattening operator, which knows whose it is. */
final class Mapping<T, R> {
    private final Object operator;
    private final Function<? super T, ? extends Publisher<? extends R>> mapper;

    Mapping(Object operator, Function<? super T, ? extends Publisher<? extends R>> mapper) {
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
}
