package io.weir.tck;

import java.util.function.Function;
import org.reactivestreams.Publisher;
import org.reactivestreams.tck.PublisherVerification;
import org.reactivestreams.tck.TestEnvironment;

/** The rules for publishers, on an operator behind a source. */
public abstract class OperatorVerification extends PublisherVerification<Integer> {
    private final Function<Publisher<Integer>, Publisher<Integer>> operator;

    /**
     * @param operator lets through as many items as it is given
     */
    protected OperatorVerification(Function<Publisher<Integer>, Publisher<Integer>> operator) {
        this(operator, Tck.environment());
    }

    OperatorVerification(Function<Publisher<Integer>, Publisher<Integer>> operator, TestEnvironment environment) {
        super(environment, Tck.GC_MILLIS);
        this.operator = operator;
    }

    @Override
    public Publisher<Integer> createPublisher(long elements) {
        return operator.apply(TestSources.numbers(elements));
    }

    @Override
    public Publisher<Integer> createFailedPublisher() {
        return operator.apply(TestSources.failed());
    }
}
