package io.weir.examples.lab;

import io.weir.Weir;
import java.io.InputStream;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** The lines of standard input, which can be read only once: a line is read when every row has asked for it. */
final class StandardInput implements Input {
    private final FanOut fanOut = new FanOut();
    private final Weir<String> lines;

    StandardInput(InputStream input) {
        lines = Weir.lines(input);
    }

    @Override
    public Publisher<?> branch() {
        return fanOut;
    }

    @Override
    public void start() {
        Threads.daemon("lab-reader", () -> lines.subscribe(new Reader())).start();
    }

    /** A read that blocks cannot be called off; what it reads goes nowhere. */
    @Override
    public void stop() {
        fanOut.stop();
    }

    @Override
    public OptionalLong sent() {
        return OptionalLong.of(fanOut.sent());
    }

    @Override
    public boolean canBeSlowed() {
        return true;
    }

    @Override
    public String items() {
        return "lines";
    }

    @Override
    public String title() {
        return "lines of standard input";
    }

    @Override
    public String manner() {
        return "It can be read only once: a line is read when every policy has asked, so the slowest slows them all.";
    }

    /** Asks for a line whenever all rows have. It waits for them within its signals, on the reader's own thread. */
    private final class Reader implements Subscriber<String> {
        private @Nullable Subscription subscription;

        @Override
        public void onSubscribe(Subscription s) {
            subscription = s;
            askNext();
        }

        @Override
        public void onNext(String line) {
            fanOut.send(line);
            askNext();
        }

        private void askNext() {
            Subscription s = subscription;
            if (s == null) {
                return;
            }
            if (fanOut.awaitDemand()) {
                s.request(1);
            } else {
                s.cancel();
            }
        }

        @Override
        public void onError(Throwable error) {
            fanOut.end(error);
        }

        @Override
        public void onComplete() {
            fanOut.end(null);
        }
    }
}
