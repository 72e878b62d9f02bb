package io.weir.internal;

import static io.weir.internal.Require.notNull;

import java.util.function.Function;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;

/** A publisher that puts a new link between its source and each of its subscribers. */
public final class Stage {
    private Stage() {}

    public static <T, R> Publisher<R> over(
            Publisher<T> source, Function<Subscriber<? super R>, ? extends Subscriber<T>> newLink) {
        notNull("source", source);
        return subscriber -> source.subscribe(newLink.apply(notNull("subscriber", subscriber)));
    }
}
