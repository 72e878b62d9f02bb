package io.weir.tck;

import static io.weir.Operators.take;

import org.reactivestreams.Publisher;
import org.reactivestreams.tck.PublisherVerification;

/** The operator behind a source that has more than it takes. */
@VerifiesFactory("take(long)")
public class TakeOperatorTckTest extends PublisherVerification<Integer> {
    public TakeOperatorTckTest() {
        super(Tck.environment(), Tck.GC_MILLIS);
    }

    @Override
    public Publisher<Integer> createPublisher(long elements) {
        return take(elements).apply(TestSources.endless());
    }

    @Override
    public Publisher<Integer> createFailedPublisher() {
        return take(1).apply(TestSources.failed());
    }
}
