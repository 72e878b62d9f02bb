package io.weir.reactor;

import io.weir.testkit.differential.Bench;
import io.weir.testkit.differential.Library;
import java.util.List;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Exceptions;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Reactor, as the comparison sees it. */
final class ReactorLibrary implements Library {
    @Override
    public Subscriber<Integer> own(Subscriber<Integer> recorder) {
        return new Core(recorder);
    }

    @Override
    public boolean isOverflow(Throwable error) {
        return Exceptions.isOverflow(error);
    }

    @Override
    public List<Throwable> parts(Throwable error) {
        return Exceptions.isMultiple(error) ? Exceptions.unwrapMultiple(error) : List.of();
    }

    @Override
    public void passHalfPeriod() {
        VirtualTimeScheduler.get().advanceTimeBy(Bench.PERIOD.dividedBy(2));
    }

    private record Core(Subscriber<Integer> recorder) implements CoreSubscriber<Integer> {
        @Override
        public void onSubscribe(Subscription subscription) {
            recorder.onSubscribe(subscription);
        }

        @Override
        public void onNext(Integer item) {
            recorder.onNext(item);
        }

        @Override
        public void onError(Throwable error) {
            recorder.onError(error);
        }

        @Override
        public void onComplete() {
            recorder.onComplete();
        }
    }
}
