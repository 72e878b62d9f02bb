package io.weir.tck;

import static io.weir.Operators.filter;

import org.reactivestreams.Publisher;
import org.testng.annotations.Factory;

/** The operator behind a source of which it rejects every other item. */
@VerifiesFactory("filter(Predicate)")
public class FilterOperatorTckTest extends OperatorVerification {
    @Factory(dataProvider = "all", dataProviderClass = Setting.class)
    public FilterOperatorTckTest(Setting setting) {
        super(setting.of(filter(item -> item % 2 == 1)));
    }

    /** The last one of the source is let through. */
    @Override
    public Publisher<Integer> createPublisher(long elements) {
        return super.createPublisher(2 * Math.min(elements, Integer.MAX_VALUE));
    }
}
