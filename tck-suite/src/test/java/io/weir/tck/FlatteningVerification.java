package io.weir.tck;

import io.weir.Operator;
import io.weir.Weir;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import org.reactivestreams.tck.PublisherVerification;

/** The rules for publishers, on an operator that makes one stream of several. */
public abstract class FlatteningVerification extends PublisherVerification<Integer> {
    private final Setting setting;
    private final int innerSize;
    private final Function<Function<Integer, Publisher<Integer>>, Operator<Integer, Integer>> flatten;

    /**
     * @param setting where the operator stands
     * @param innerSize how many items an inner stream has; the last may have fewer
     * @param flatten makes the operator of the mapper
     */
    protected FlatteningVerification(
            Setting setting,
            int innerSize,
            Function<Function<Integer, Publisher<Integer>>, Operator<Integer, Integer>> flatten) {
        super(Tck.environment(), Tck.GC_MILLIS);
        this.setting = setting;
        this.innerSize = innerSize;
        this.flatten = flatten;
    }

    /** How the operator stands behind its source; as it is, unless overridden. */
    Publisher<Integer> behind(Publisher<Integer> source, Function<Publisher<Integer>, Publisher<Integer>> operator) {
        return operator.apply(source);
    }

    @Override
    public Publisher<Integer> createPublisher(long elements) {
        int items = TestSources.atMostMaxInt(elements);
        int inners = items / innerSize + (items % innerSize == 0 ? 0 : 1);
        return behind(Weir.range(0, inners), flattening(inner -> {
            Weir<Integer> source = Weir.range(inner * innerSize, Math.min(innerSize, items - inner * innerSize));
            return inner % 2 == 0 ? source : source::subscribe; // which is subscribed to in any case
        }));
    }

    /** Nothing is wrong with the source: the one inner stream fails. */
    @Override
    public Publisher<Integer> createFailedPublisher() {
        return flattening(inner -> TestSources.failed()).apply(TestSources.numbers(1));
    }

    private Function<Publisher<Integer>, Publisher<Integer>> flattening(Function<Integer, Publisher<Integer>> mapper) {
        return setting.of(flatten.apply(item -> setting.inner(mapper.apply(item))));
    }
}
