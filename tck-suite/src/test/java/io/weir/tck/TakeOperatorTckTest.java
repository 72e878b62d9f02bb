package io.weir.tck;

import static io.weir.Operators.take;

import org.reactivestreams.Publisher;
import org.reactivestreams.tck.PublisherVerification;
import org.testng.annotations.Factory;

/** The operator behind a source that has more than it takes. */
@VerifiesFactory("take(long)")
public class TakeOperatorTckTest extends PublisherVerification<Integer> {
    private final Setting setting;

    @Factory(dataProvider = "all", dataProviderClass = Setting.class)
    public TakeOperatorTckTest(Setting setting) {
        super(Tck.environment(), Tck.GC_MILLIS);
        this.setting = setting;
    }

    @Override
    public Publisher<Integer> createPublisher(long elements) {
        return setting.of(take(elements)).apply(TestSources.endless());
    }

    @Override
    public Publisher<Integer> createFailedPublisher() {
        return setting.of(take(1)).apply(TestSources.failed());
    }
}
