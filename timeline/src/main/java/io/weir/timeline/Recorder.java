package io.weir.timeline;

import static java.util.Objects.requireNonNull;

import io.weir.IdentityOperator;
import io.weir.Operators;
import io.weir.spi.Probe;
import io.weir.spi.Timer;

/**
 * A probe that writes down what it sees: every request, item, drop and end of each stage that it is attached to, with the
 * time and the thread. One recorder is for as many stages as you like: {@code buffer(64).probe(recorder)}.
 *
 * <p><b>Chains:</b> stages that are subscribed to in one go belong to one chain, in the order in which the items travel. If
 * several pipelines run at once, give each stage the {@link #chain(String)} it belongs to instead of the recorder itself.
 *
 * <p><b>Memory:</b> the last events are kept, as many as the recorder was made for, and the last 1,000 stages; totals of a stage
 * stay exact when its events are forgotten. Items are not kept, but the first 60 characters of their text, made at once;
 * numbers, characters, booleans and enums are kept as they are.
 *
 * <p><b>Threads:</b> any number of stages may signal on any threads; none of them waits for another.
 */
public final class Recorder implements Probe {
    static final int MOST_EVENTS = 100_000_000;
    static final int USUAL_EVENTS = 100_000;

    private final Ring ring;
    private final Runs runs;
    private volatile Timer timer = Timer.shared();

    private Recorder(int mostEvents) {
        ring = new Ring(mostEvents);
        runs = new Runs(ring);
    }

    /**
     * A recorder that keeps the last 100,000 events.
     *
     * @return a new recorder
     */
    public static Recorder create() {
        return new Recorder(USUAL_EVENTS);
    }

    /**
     * A recorder that keeps so many events. The memory for them, up to 120 bytes each, is taken at once; the texts of items
     * come on top.
     *
     * @param mostEvents how many events, from 1 to 100,000,000
     * @return a new recorder
     * @throws IllegalArgumentException if the number is outside of that
     */
    public static Recorder keeping(int mostEvents) {
        if (mostEvents < 1 || mostEvents > MOST_EVENTS) {
            throw new IllegalArgumentException(
                    "events to keep must be from 1 to " + MOST_EVENTS + ", was " + mostEvents);
        }
        return new Recorder(mostEvents);
    }

    /**
     * Takes times from a timer, such as one of virtual time, instead of {@link System#nanoTime()}.
     *
     * @param timer the timer
     * @return this recorder
     * @throws IllegalStateException if something has been recorded already, with times of another timer
     */
    public Recorder timer(Timer timer) {
        requireNonNull(timer, "timer must not be null");
        if (ring.written() > 0) {
            throw new IllegalStateException(
                    "a timer must be set before anything is recorded, there are " + ring.written() + " events already");
        }
        this.timer = timer;
        return this;
    }

    /**
     * A probe for the stages of one chain, which records here. It is for one pipeline; if that is subscribed to again when all
     * of its stages have ended, or while they run, the new subscription is shown as "name (2)".
     *
     * @param name the name of the chain
     * @return a probe to attach instead of this one
     * @throws IllegalArgumentException if the name is blank
     */
    public Probe chain(String name) {
        return new ChainProbe(this, Texts.cut(required("chain", name), Texts.NAME_LENGTH));
    }

    /**
     * A stage that passes everything on as it is, and is recorded: it shows what crosses the place where it stands, above the
     * first stage, or between operators that take no probe.
     *
     * @param name the name to be shown
     * @return an operator that changes nothing
     * @throws IllegalArgumentException if the name is blank
     */
    public IdentityOperator boundary(String name) {
        return boundary(name, this);
    }

    /**
     * The same as a part of a chain.
     *
     * @param chain the name of the chain
     * @param name the name to be shown
     * @return an operator that changes nothing
     * @throws IllegalArgumentException if a name is blank
     */
    public IdentityOperator boundary(String chain, String name) {
        return boundary(name, chain(chain));
    }

    private static IdentityOperator boundary(String name, Probe probe) {
        return Operators.take(Long.MAX_VALUE).named(required("boundary", name)).probe(probe);
    }

    private static String required(String what, String name) {
        requireNonNull(name, what + " must not be null");
        if (name.isBlank()) {
            throw new IllegalArgumentException("the name of a " + what + " must not be blank, was \"" + name + "\"");
        }
        return name;
    }

    @Override
    public Probe subscribed(String stage) {
        return subscribed("", stage);
    }

    private Probe subscribed(String chain, String stage) {
        Lane lane = runs.add(chain, Texts.cut(stage, Texts.NAME_LENGTH), timer.subscribed());
        lane.begin();
        return lane;
    }

    /**
     * What has been recorded until now. May be called at any time from any thread; what other threads record in the same
     * moment may be part of it or not. If they record so fast that what is kept has been replaced before it can be looked at, no
     * events are shown, only totals: a recorder of few events does not do for that.
     *
     * @return a snapshot, which does not change any more
     */
    public Timeline timeline() {
        return Snapshot.of(ring, runs);
    }

    private record ChainProbe(Recorder recorder, String chain) implements Probe {
        @Override
        public Probe subscribed(String stage) {
            return recorder.subscribed(chain, stage);
        }
    }
}
