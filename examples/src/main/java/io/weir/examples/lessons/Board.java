package io.weir.examples.lessons;

import static io.weir.Operators.map;

import io.weir.Weir;
import io.weir.reactor.ReactorAdapter;
import io.weir.spi.Cancellable;
import io.weir.spi.Timer;
import io.weir.timeline.Recorder;
import io.weir.timeline.Timeline;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.test.scheduler.VirtualTimeScheduler;

/**
 * What the programs of the lessons share: a recorder, sources, readers, and a clock that stands still until the program
 * moves it, so that each run draws the same picture.
 *
 * <p>In that time signals would all come in the same instant, one on top of the other in the picture. So each takes {@link
 * #MICROS_A_SIGNAL} of it.
 */
final class Board {
    /** How much of the board's time passes with a signal. */
    static final int MICROS_A_SIGNAL = 100;

    private static final long PATIENCE_SECONDS = 30;

    private final VirtualTimeScheduler clock = VirtualTimeScheduler.create();
    private final Timer timer = ReactorAdapter.timer(() -> clock).subscribed();
    private final Recorder recorder = Recorder.create().timer(new SignalClock());
    private final StringBuilder said = new StringBuilder();

    // ----------------------------------------------------------------------------------------------- recording

    Recorder recorder() {
        return recorder;
    }

    Timeline timeline() {
        return recorder.timeline();
    }

    // ---------------------------------------------------------------------------------------------------- time

    /** For timed operators of ours. */
    Timer timer() {
        return timer;
    }

    /** For the operators of Reactor. */
    Scheduler scheduler() {
        return clock;
    }

    /** For those of other libraries: runs everything on the thread that moves the clock. */
    Executor worker() {
        return task -> in(0, task);
    }

    /** Does something so many milliseconds after the beginning. */
    void at(int millis, Runnable action) {
        in(millis - (int) clock.now(TimeUnit.MILLISECONDS), action);
    }

    /** Does something so many milliseconds from now. */
    void in(int millis, Runnable action) {
        clock.schedule(action, millis, TimeUnit.MILLISECONDS);
    }

    /** Does something on a thread of this name, and waits until it is done. */
    void onThread(String name, Runnable action) {
        CompletableFuture.runAsync(action, task -> new Thread(task, name).start())
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** Lets time pass up to so many milliseconds after the beginning. */
    void runUntil(int millis) {
        runFor(millis - (int) clock.now(TimeUnit.MILLISECONDS));
    }

    /** Lets so much time pass. */
    void runFor(int millis) {
        clock.advanceTimeBy(Duration.ofMillis(millis));
    }

    /** The board's time, of which each reading takes a little. */
    private final class SignalClock implements Timer {
        private static final long NANOS_A_SIGNAL = MICROS_A_SIGNAL * 1_000L;

        private final AtomicLong latest = new AtomicLong(-NANOS_A_SIGNAL);

        @Override
        public long nanoTime() {
            return latest.updateAndGet(last -> Math.max(last + NANOS_A_SIGNAL, clock.now(TimeUnit.NANOSECONDS)));
        }

        @Override
        public Cancellable schedule(Runnable task, Duration delay) {
            return timer.schedule(task, delay);
        }
    }

    // ------------------------------------------------------------------------------------------------- sources

    /** Numbers from 1 on that come whether or not somebody wants them: the same, at the same times, for each subscriber. */
    Weir<Integer> live(int count, int everyMillis) {
        return Weir.from(Flux.interval(Duration.ofMillis(everyMillis), clock)
                .map(tick -> tick.intValue() + 1)
                .take(count));
    }

    /** Numbers from 1 on, each made when it was asked for, which takes so long. */
    Weir<Integer> paced(int count, int millisEach) {
        return Weir.from(new Paced(this, count, millisEach));
    }

    /** A stream of one item that comes so long after it was asked for: a look-up, say. */
    <T> Weir<T> later(int millis, T item) {
        return paced(1, millis).via(map(n -> item));
    }

    // ------------------------------------------------------------------------------------------------- readers

    /** A reader that asks for what the program tells it to. */
    <T> Reader<T> reader(Publisher<T> items) {
        return subscribed(items, new Reader<>(reader -> {}));
    }

    /** A reader that asks for one item, takes so long over it, and then asks for the next. */
    <T> Reader<T> slowReader(Publisher<T> items, int millisEach) {
        Reader<T> slow = subscribed(items, new Reader<>(reader -> in(millisEach, () -> reader.request(1))));
        slow.request(1);
        return slow;
    }

    private static <T> Reader<T> subscribed(Publisher<T> items, Reader<T> reader) {
        items.subscribe(reader);
        return reader;
    }

    // ------------------------------------------------------------------------------------------------- results

    /** Adds a line to what the lesson says below its drawing. */
    void say(String line) {
        said.append(line).append('\n');
    }

    String said() {
        return said.toString();
    }
}
