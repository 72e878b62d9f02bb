package io.weir.internal;

import static io.weir.internal.Require.notNull;

import io.weir.spi.StageContext;
import io.weir.spi.StageContextCarrier;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;

/** Puts a new link between a source and each subscriber. */
public final class Stage {
    private Stage() {}

    /** A publisher whose only work is to make a link. */
    private interface OfLinks {}

    public static <T, R> Publisher<R> over(Publisher<T> source, Function<Subscriber<? super R>, Link<T, R>> newLink) {
        notNull("source", source);
        return (Publisher<R> & OfLinks) subscriber -> connect(source, newLink.apply(notNull("subscriber", subscriber)));
    }

    /** Subscribes in the way that the subscriber's context wants it, if there is one. */
    static <T, S extends Subscriber<T> & StageContextCarrier> void connect(
            Publisher<? extends T> publisher, S subscriber) {
        StageContext context = subscriber.stageContext();
        if (context == null || publisher instanceof OfLinks) {
            publisher.subscribe(subscriber);
        } else {
            context.subscribe(publisher, subscriber);
        }
    }
}
