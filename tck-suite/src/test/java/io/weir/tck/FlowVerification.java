package io.weir.tck;

import java.util.concurrent.Flow;
import java.util.function.UnaryOperator;
import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Publisher;
import org.reactivestreams.tck.flow.FlowPublisherVerification;

/** The rules for publishers of {@link Flow}, on an operator behind such a publisher. */
public abstract class FlowVerification extends FlowPublisherVerification<Integer> {
    private final UnaryOperator<Flow.Publisher<Integer>> operator;

    protected FlowVerification(UnaryOperator<Flow.Publisher<Integer>> operator) {
        super(Tck.environment(), Tck.GC_MILLIS);
        this.operator = operator;
    }

    @Override
    public final Flow.Publisher<Integer> createFlowPublisher(long elements) {
        return over(TestSources.numbers(elements));
    }

    @Override
    public final Flow.Publisher<Integer> createFailedFlowPublisher() {
        return over(TestSources.failed());
    }

    private Flow.Publisher<Integer> over(Publisher<Integer> source) {
        return operator.apply(FlowAdapters.toFlowPublisher(source));
    }
}
