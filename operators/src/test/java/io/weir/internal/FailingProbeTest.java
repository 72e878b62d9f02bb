package io.weir.internal;

import static io.weir.Operators.buffer;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.DropReason;
import io.weir.spi.Probe;
import io.weir.spi.StageContext;
import io.weir.spi.StageContextCarrier;
import io.weir.testkit.FailingProbe;
import io.weir.testkit.PassingSubscriber;
import io.weir.testkit.RecordingProbe;
import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is told what a probe throws. That the stream goes on undisturbed, the contract suite asks of every operator. */
class FailingProbeTest {
    private final TestSource<Integer> source = new TestSource<>();
    private final TestSubscriber<Integer> subscriber = TestSubscriber.create();
    private final List<Throwable> uncaught = new ArrayList<>();

    /** What the handler of the thread is told meanwhile; it throws if it is told so. */
    private void playOnThread(Runnable scenario, boolean handlerThrows) throws InterruptedException {
        Thread thread = new Thread(scenario);
        thread.setUncaughtExceptionHandler((t, error) -> {
            uncaught.add(error);
            if (handlerThrows) {
                throw new IllegalStateException("handler");
            }
        });
        thread.start();
        thread.join();
    }

    private void passOne() {
        buffer(3).probe(new FailingProbe()).apply(source).subscribe(subscriber);
        subscriber.request(1);
        source.send(1);
    }

    @Test
    void withoutAContextTheHandlerOfTheThreadIsTold() throws InterruptedException {
        playOnThread(this::passOne, false);
        assertThat(uncaught).isNotEmpty().containsOnly(FailingProbe.FATAL);
        assertThat(subscriber.items()).containsExactly(1);
    }

    @Test
    void aHandlerThatThrowsDisturbsNothing() throws InterruptedException {
        playOnThread(this::passOne, true);
        assertThat(uncaught).isNotEmpty().containsOnly(FailingProbe.FATAL);
        assertThat(subscriber.items()).containsExactly(1);
    }

    @Test
    void ifTheContextThrowsTheHandlerOfTheThreadIsTold() throws InterruptedException {
        IllegalStateException fromContext = new IllegalStateException("context");
        NoClassDefFoundError thrown = new NoClassDefFoundError("emitted");
        Probe probe = new Probe() {
            @Override
            public void emitted(Object item) {
                throw thrown;
            }
        };
        buffer(3).probe(probe).apply(source).subscribe(new FailingContext(subscriber, fromContext));
        subscriber.request(1);
        playOnThread(() -> source.send(1), false);
        assertThat(uncaught).containsExactly(thrown);
        assertThat(thrown).hasSuppressedException(fromContext);
        assertThat(subscriber.items()).containsExactly(1);
    }

    @Test
    void theSecondOfTwoProbesIsToldOfTheSubscriptionThoughTheFirstFailsOnIt() throws InterruptedException {
        RecordingProbe second = new RecordingProbe();
        playOnThread(
                () -> buffer(3)
                        .probe(new FailingProbe().and(second))
                        .apply(source)
                        .subscribe(subscriber),
                false);
        assertThat(second.events()).first().isEqualTo("subscribed buffer(3)");
        assertThat(uncaught).isNotEmpty().containsOnly(FailingProbe.FATAL);
    }

    @Test
    void whatBothProbesThrowIsTold() throws InterruptedException {
        IllegalStateException second = new IllegalStateException("second");
        Probe alsoFailing = new Probe() {
            @Override
            public void received(Object item) {
                throw second;
            }
        };
        Probe failing = new Probe() {
            @Override
            public void received(Object item) {
                throw new IllegalArgumentException("first");
            }
        };
        buffer(3).probe(failing.and(alsoFailing)).apply(source).subscribe(subscriber);
        playOnThread(() -> source.send(1), false);
        assertThat(uncaught)
                .singleElement()
                .matches(error -> error.getMessage().equals("first"))
                .satisfies(error -> assertThat(error).hasSuppressedException(second));
    }

    /** Offers a context that throws when it is told of an error. */
    private static final class FailingContext extends PassingSubscriber<Integer>
            implements StageContextCarrier, StageContext {
        private final RuntimeException error;

        FailingContext(TestSubscriber<Integer> subscriber, RuntimeException error) {
            super(subscriber);
            this.error = error;
        }

        @Override
        public StageContext stageContext() {
            return this;
        }

        @Override
        public void dropped(Object item, DropReason reason) {}

        @Override
        public void lateError(Throwable late) {
            throw error;
        }
    }
}
