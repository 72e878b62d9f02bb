package io.weir.tck;

import io.weir.Weir;
import java.util.stream.IntStream;
import org.reactivestreams.Publisher;
import org.reactivestreams.tck.PublisherVerification;

/** The items of an iterable. */
public class WeirFromIterableTckTest extends PublisherVerification<Integer> {
    public WeirFromIterableTckTest() {
        super(Tck.environment(), Tck.GC_MILLIS);
    }

    @Override
    public Publisher<Integer> createPublisher(long elements) {
        return Weir.fromIterable(
                () -> IntStream.range(0, TestSources.atMostMaxInt(elements)).iterator());
    }

    @Override
    public Publisher<Integer> createFailedPublisher() {
        return Weir.fromIterable(() -> {
            throw new IllegalStateException("this iterable has no iterator");
        });
    }
}
