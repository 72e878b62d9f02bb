package io.weir.internal;

import io.weir.spi.StageMember;
import io.weir.spi.StageSettings;
import io.weir.spi.StageState;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;

/** Periods ended by another publisher. */
public final class SamplerLink<T> extends SampleLink<T> {
    private final Publisher<?> sampler;
    private final Sampling sampling = new Sampling();

    public SamplerLink(
            Object operator, StageSettings settings, Subscriber<? super T> downstream, Publisher<?> sampler) {
        super(operator, settings, downstream);
        this.sampler = sampler;
    }

    @Override
    void startSampling() {
        sampling.subscribeTo(sampler);
    }

    @Override
    protected void stop() {
        super.stop();
        sampling.cancel();
    }

    private final class Sampling extends InnerSubscriber<Object> implements StageMember {
        @Override
        Link<?, ?> link() {
            return SamplerLink.this;
        }

        @Override
        public StageState stage() {
            return SamplerLink.this;
        }

        @Override
        protected long firstRequest() {
            return Demand.UNBOUNDED;
        }

        @Override
        public void onNext(Object item) {
            Require.notNull("item", item);
            sampleNow();
        }

        @Override
        public void onError(Throwable error) {
            Require.notNull("error", error);
            forgetSubscription();
            conclude(error);
        }

        @Override
        public void onComplete() {
            forgetSubscription();
            conclude(null);
        }
    }
}
