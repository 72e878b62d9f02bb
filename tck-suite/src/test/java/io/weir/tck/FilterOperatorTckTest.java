package io.weir.tck;

import static io.weir.Operators.filter;

import org.reactivestreams.Publisher;

/** The operator behind a source of which it rejects every other item. */
@VerifiesFactory("filter(Predicate)")
public class FilterOperatorTckTest extends OperatorVerification {
    public FilterOperatorTckTest() {
        super(filter(item -> item % 2 == 1));
    }

    /** The last one of the source is let through. */
    @Override
    public Publisher<Integer> createPublisher(long elements) {
        return super.createPublisher(2 * Math.min(elements, Integer.MAX_VALUE));
    }
}
