package io.weir.tck;

import io.weir.Weir;
import org.reactivestreams.Publisher;
import org.reactivestreams.tck.PublisherVerification;

/** Consecutive numbers. */
public class WeirRangeTckTest extends PublisherVerification<Integer> {
    public WeirRangeTckTest() {
        super(Tck.environment(), Tck.GC_MILLIS);
    }

    @Override
    public Publisher<Integer> createPublisher(long elements) {
        return Weir.range(7, (int) Math.min(elements, Integer.MAX_VALUE - 7));
    }

    @Override
    public Publisher<Integer> createFailedPublisher() {
        return null; // nothing can go wrong with numbers
    }
}
