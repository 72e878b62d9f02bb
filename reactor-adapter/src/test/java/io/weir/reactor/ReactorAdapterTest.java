package io.weir.reactor;

import static io.weir.Operators.buffer;
import static io.weir.Operators.filter;
import static io.weir.Operators.mergeMap;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class ReactorAdapterTest {
    @Test
    void anOperatorStandsInAFlux() {
        Flux.range(1, 5)
                .transform(ReactorAdapter.via(buffer(8)))
                .transform(ReactorAdapter.via(filter((Integer item) -> item != 3)))
                .transform(ReactorAdapter.via(mergeMap(2, (Integer item) -> Flux.just(item, -item))))
                .as(StepVerifier::create)
                .expectNext(1, -1, 2, -2, 4, -4, 5, -5)
                .verifyComplete();
    }
}
