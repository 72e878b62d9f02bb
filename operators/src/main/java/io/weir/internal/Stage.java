package io.weir.internal;

import static io.weir.internal.Require.notNull;

import io.weir.Weir;
import io.weir.spi.StageContext;
import java.util.function.BiFunction;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;

/** Puts a new link between a source and each subscriber. */
public final class Stage {
    private Stage() {}

    /** A publisher whose only work is to make a link. A class, since it is asked for often, and interfaces are slow to ask for. */
    private static final class Links<S, T, R> implements Publisher<R> {
        private final Publisher<T> source;
        private final S spec;
        private final BiFunction<S, Subscriber<? super R>, Link<T, R>> newLink;

        Links(Publisher<T> source, S spec, BiFunction<S, Subscriber<? super R>, Link<T, R>> newLink) {
            this.source = source;
            this.spec = spec;
            this.newLink = newLink;
        }

        @Override
        public void subscribe(Subscriber<? super R> subscriber) {
            notNull("subscriber", subscriber);
            Link<T, R> link;
            try {
                link = newLink.apply(spec, subscriber);
            } catch (Throwable t) {
                Rejection.reject(subscriber, t);
                return;
            }
            subscribeLink(source, link);
        }
    }

    /** The function is given the operator, so that it has nothing of its own to hold, and there is one of it for all. */
    public static <S, T, R> Publisher<R> over(
            Publisher<T> source, S spec, BiFunction<S, Subscriber<? super R>, Link<T, R>> newLink) {
        return new Links<>(notNull("source", source), spec, newLink);
    }

    /** Subscribes; what belongs to a stage in the way that its context wants it, if there is one. */
    @SuppressWarnings("unchecked") // what takes items of T takes them as a link or an inner subscriber, too
    public static <T> void connect(Publisher<T> publisher, Subscriber<? super T> subscriber) {
        if (subscriber instanceof Link<?, ?> link) {
            subscribeLink(publisher, (Link<? super T, ?>) link);
        } else if (subscriber instanceof InnerSubscriber<?> inner) {
            subscribeInner(publisher, (InnerSubscriber<T>) inner);
        } else {
            publisher.subscribe(subscriber);
        }
    }

    private static <T> void subscribeLink(Publisher<T> publisher, Link<? super T, ?> link) {
        StageContext context = link.stageContext();
        if (context == null || isOurs(publisher)) {
            publisher.subscribe(link);
        } else {
            context.subscribe(publisher, link);
        }
    }

    static <T> void subscribeInner(Publisher<? extends T> publisher, InnerSubscriber<T> subscriber) {
        StageContext context = subscriber.stageContext();
        if (context == null || isOurs(publisher)) {
            publisher.subscribe(subscriber);
        } else {
            context.subscribeInner(publisher, subscriber);
        }
    }

    private static boolean isOurs(Publisher<?> publisher) {
        return publisher instanceof Links || publisher instanceof Weir || publisher instanceof PullSubscription;
    }
}
