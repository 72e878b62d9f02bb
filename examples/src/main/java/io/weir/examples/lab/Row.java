package io.weir.examples.lab;

import static io.weir.Operators.buffer;
import static io.weir.Operators.map;

import io.weir.Weir;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.reactivestreams.Publisher;

/** One policy at work: its operators, their probes, and a consumer of its own. */
final class Row {
    private final Policy policy;
    private final boolean guarded;
    private final RowClock clock;
    private final Works works;
    private final WaitingTimes times = new WaitingTimes();
    private final SlowConsumer consumer;
    private final List<Stage> stages = new ArrayList<>();

    /** A row on an input. What would hold back a producer that cannot wait gets a buffer in front. */
    Row(Policy policy, Settings settings, Input input, Recording recording) {
        this.policy = policy;
        guarded = policy.holdsBack() && !input.canBeSlowed();
        clock = new RowClock(policy.toString());
        works = new Works(clock, settings.consumer());
        consumer = new SlowConsumer(policy.toString(), policy.worksInside() ? Duration.ZERO : settings.consumer());
        Weir<Arrival> items = Weir.from(branchOf(input)).via(map(Arrival::new));
        if (guarded) {
            RowProbe front = new RowProbe(works, waited -> {}, probe -> recording.beside(probe, policy));
            items = add(Stage.behind(items, buffer(settings.capacity()).dropOldest(), front));
        }
        add(policy.stage(
                items, settings, works, new RowProbe(works, times::record, probe -> recording.beside(probe, policy))));
    }

    @SuppressWarnings("unchecked") // a publisher only gives items, and all of them are objects
    private static Publisher<Object> branchOf(Input input) {
        return (Publisher<Object>) input.branch();
    }

    private Weir<Arrival> add(Stage stage) {
        stages.add(stage);
        return stage.out();
    }

    void start() {
        last().out().subscribe(consumer);
    }

    /** Completes when the row's stream has ended, with its error if it had one. */
    CompletableFuture<Optional<Throwable>> end() {
        return consumer.end();
    }

    /** How many items have come in so far. */
    long received() {
        return first().probe().entered();
    }

    /** Stops consumer and clock; what waits keeps waiting. */
    void stop() {
        consumer.stop();
        clock.stop();
    }

    /** Waits until nothing moves any more, once the input and the row were stopped. */
    void awaitRest() throws InterruptedException {
        consumer.awaitRest();
        clock.awaitRest();
    }

    /** What became of every item. Only for a row at rest, or after its end. */
    RowResult result() {
        return RowResult.of(this);
    }

    /** Gives up what waits. */
    void cancel() {
        consumer.cancel();
    }

    Stage first() {
        return stages.get(0);
    }

    Stage last() {
        return stages.get(stages.size() - 1);
    }

    Policy policy() {
        return policy;
    }

    boolean guarded() {
        return guarded;
    }

    List<Stage> stages() {
        return stages;
    }

    Works works() {
        return works;
    }

    WaitingTimes times() {
        return times;
    }
}
