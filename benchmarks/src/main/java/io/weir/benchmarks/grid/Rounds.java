package io.weir.benchmarks.grid;

import io.reactivex.rxjava3.core.Flowable;
import java.util.function.Function;
import org.openjdk.jmh.infra.Blackhole;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** What one invocation of a grid begins with and ends with. */
final class Rounds {
    private Rounds() {}

    /** How many items a sink requests at a time, from what a grid calls it. */
    static long batch(String demand) {
        return demand.equals("unbounded") ? Long.MAX_VALUE : Long.parseLong(demand);
    }

    /** One stream to a plain subscriber. */
    static Function<Blackhole, Sink> plain(Publisher<Integer> publisher, long batch) {
        return blackhole -> {
            Sink sink = new Sink(blackhole, batch);
            publisher.subscribe(sink);
            return sink;
        };
    }

    /** One stream to a subscriber of Reactor's kind. */
    static Function<Blackhole, Sink> ofReactor(Flux<Integer> flux, long batch) {
        return blackhole -> {
            Sink.OfReactor sink = new Sink.OfReactor(blackhole, batch);
            flux.subscribe(sink);
            return sink;
        };
    }

    /** One stream to a subscriber of RxJava's kind. */
    static Function<Blackhole, Sink> ofRxJava(Flowable<Integer> flowable, long batch) {
        return blackhole -> {
            Sink.OfRxJava sink = new Sink.OfRxJava(blackhole, batch);
            flowable.subscribe(sink);
            return sink;
        };
    }

    /**
     * Fails unless the stream is at its end and, where they are counted, all items came, so that no figure stands for a stream
     * that lost some.
     */
    static long complete(Sink sink, long expected) {
        long received = sink.received();
        if (sink.counts() && received != expected) {
            throw new IllegalStateException("expected " + expected + " items, received " + received);
        }
        return received;
    }
}
