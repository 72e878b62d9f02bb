package io.weir.tck;

import io.weir.Weir;
import org.reactivestreams.Publisher;
import org.reactivestreams.tck.PublisherVerification;

/** One item. */
public class WeirJustTckTest extends PublisherVerification<Integer> {
    public WeirJustTckTest() {
        super(Tck.environment(), Tck.GC_MILLIS);
    }

    @Override
    public Publisher<Integer> createPublisher(long elements) {
        return Weir.just(7);
    }

    @Override
    public long maxElementsFromPublisher() {
        return 1;
    }

    @Override
    public Publisher<Integer> createFailedPublisher() {
        return null; // nothing can go wrong with an item that is there
    }
}
