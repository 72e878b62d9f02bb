package io.weir.tck;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.FlowableTransformer;
import io.weir.IdentityOperator;
import io.weir.Operator;
import io.weir.reactor.ReactorAdapter;
import io.weir.rxjava3.RxJavaAdapter;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import org.testng.annotations.DataProvider;
import reactor.core.publisher.Flux;

/** Where an operator stands. The TCK classes of operators run in every one of these. */
enum Setting {
    /** Behind a publisher of nobody's, in front of a subscriber of nobody's. */
    PLAIN,
    /** In a flux. */
    REACTOR,
    /** In a piece of Reactor, which stands in a plain pipeline. */
    REACTOR_PIECE,
    /** In a flowable. */
    RXJAVA,
    /** In a piece of RxJava, which stands in a plain pipeline. */
    RXJAVA_PIECE;

    /** For {@code @Factory}. */
    @DataProvider
    static Object[] all() {
        return values();
    }

    Function<Publisher<Integer>, Publisher<Integer>> of(IdentityOperator operator) {
        return of(operator::apply, ReactorAdapter.via(operator), RxJavaAdapter.via(operator));
    }

    Function<Publisher<Integer>, Publisher<Integer>> of(Operator<Integer, Integer> operator) {
        return of(operator, ReactorAdapter.via(operator), RxJavaAdapter.via(operator));
    }

    private Function<Publisher<Integer>, Publisher<Integer>> of(
            Function<Publisher<Integer>, Publisher<Integer>> plain,
            Function<Flux<Integer>, Flux<Integer>> inReactor,
            FlowableTransformer<Integer, Integer> inRxJava) {
        return switch (this) {
            case PLAIN -> plain;
            case REACTOR -> source -> Flux.from(source).transform(inReactor);
            case REACTOR_PIECE -> ReactorAdapter.operator(flux -> flux.transform(inReactor));
            case RXJAVA -> source -> Flowable.fromPublisher(source).compose(inRxJava);
            case RXJAVA_PIECE -> RxJavaAdapter.operator(flowable -> flowable.compose(inRxJava));
        };
    }

    /** An inner stream, of the kind that is usual there; pieces have plain ones. */
    Publisher<Integer> inner(Publisher<Integer> stream) {
        return switch (this) {
            case REACTOR -> Flux.from(stream);
            case RXJAVA -> Flowable.fromPublisher(stream);
            case PLAIN, REACTOR_PIECE, RXJAVA_PIECE -> stream;
        };
    }
}
