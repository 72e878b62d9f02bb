package io.weir.internal;

import static io.weir.internal.Require.notNull;

import io.weir.Weir;
import io.weir.spi.StageContext;
import io.weir.spi.StageMember;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;

/** Puts a new link between a source and each subscriber. */
public final class Stage {
    private Stage() {}

    /** A publisher whose only work is to make a link. A class, since it is asked for often, and interfaces are slow to ask for. */
    private static final class Links<T, R> implements Publisher<R> {
        private final Publisher<T> source;
        private final Function<Subscriber<? super R>, Link<T, R>> newLink;

        Links(Publisher<T> source, Function<Subscriber<? super R>, Link<T, R>> newLink) {
            this.source = source;
            this.newLink = newLink;
        }

        @Override
        public void subscribe(Subscriber<? super R> subscriber) {
            connect(source, newLink.apply(notNull("subscriber", subscriber)));
        }
    }

    public static <T, R> Publisher<R> over(Publisher<T> source, Function<Subscriber<? super R>, Link<T, R>> newLink) {
        return new Links<>(notNull("source", source), newLink);
    }

    /** Subscribes; a subscriber that belongs to a stage in the way that its context wants it, if there is one. */
    public static <T> void connect(Publisher<? extends T> publisher, Subscriber<T> subscriber) {
        StageContext context = subscriber instanceof StageMember ? Ledger.contextOf(subscriber) : null;
        if (context == null || publisher instanceof Links || publisher instanceof Weir) {
            publisher.subscribe(subscriber);
        } else {
            context.subscribe(publisher, subscriber);
        }
    }
}
