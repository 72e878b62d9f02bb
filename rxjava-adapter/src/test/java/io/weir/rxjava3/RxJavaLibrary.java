package io.weir.rxjava3;

import io.reactivex.rxjava3.core.FlowableSubscriber;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.exceptions.CompositeException;
import io.reactivex.rxjava3.exceptions.MissingBackpressureException;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import io.weir.testkit.PassingSubscriber;
import io.weir.testkit.differential.Bench;
import io.weir.testkit.differential.Library;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.reactivestreams.Subscriber;

/** RxJava, as the comparison sees it. */
final class RxJavaLibrary implements Library {
    private static final TestScheduler TIME = new TestScheduler();

    /** The scheduler on which time passes. It stands for the computation scheduler too, see {@link #prepare}. */
    static Scheduler scheduler() {
        return TIME;
    }

    /** Timed operators run on virtual time, and errors that nobody can be told of are let go. */
    static void prepare() {
        RxJavaPlugins.setComputationSchedulerHandler(original -> TIME);
        RxJavaPlugins.setErrorHandler(error -> {});
    }

    @Override
    public Subscriber<Integer> own(Subscriber<Integer> recorder) {
        return new Own(recorder);
    }

    @Override
    public boolean isOverflow(Throwable error) {
        return error instanceof MissingBackpressureException;
    }

    @Override
    public List<Throwable> parts(Throwable error) {
        return error instanceof CompositeException several ? several.getExceptions() : List.of();
    }

    @Override
    public void passHalfPeriod() {
        TIME.advanceTimeBy(Bench.PERIOD.dividedBy(2).toNanos(), TimeUnit.NANOSECONDS);
    }

    /** RxJava is not strict with its own kind of subscriber. */
    private static final class Own extends PassingSubscriber<Integer> implements FlowableSubscriber<Integer> {
        Own(Subscriber<Integer> recorder) {
            super(recorder);
        }
    }
}
