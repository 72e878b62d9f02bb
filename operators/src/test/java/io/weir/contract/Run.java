package io.weir.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contract.Subject.Trait;
import io.weir.spi.StageSettings;
import io.weir.testkit.Drops;
import io.weir.testkit.RecordingProbe;
import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import io.weir.testkit.VirtualTimer;
import java.util.ArrayList;
import java.util.List;

/** One subscription of a subject between a source and a subscriber that are driven by hand. */
final class Run {
    final Subject subject;
    final TestSource<Object> source;
    final VirtualTimer timer = new VirtualTimer();
    final TestSubscriber.WithContext<Object> subscriber = TestSubscriber.withContext(timer);
    final RecordingProbe probe = new RecordingProbe();
    final Drops callback = new Drops();

    private Run(Subject subject, TestSource<Object> source) {
        this.subject = subject;
        this.source = source;
    }

    /** Not subscribed yet. */
    static Run of(Subject subject) {
        return new Run(subject, new TestSource<>());
    }

    static Run of(Subject subject, TestSource<Object> source) {
        return new Run(subject, source);
    }

    /** Subscribed, with so much demand. */
    static Run requesting(Subject subject, long n) {
        Run run = of(subject);
        if (n > 0) {
            run.subscriber.onSubscribe(s -> s.request(n));
        }
        return run.subscribe();
    }

    Run subscribe() {
        return subscribe(StageSettings.NONE.probe(probe).onDropped(callback));
    }

    Run subscribe(StageSettings settings) {
        subject.apply(source, settings).subscribe(subscriber);
        return this;
    }

    /** Sends items one by one, each in a period of its own. */
    void send(Object... items) {
        for (Object item : items) {
            source.send(item);
            letPass();
        }
    }

    /** Lets a period pass for an operator that samples. */
    void letPass() {
        if (subject.is(Trait.SAMPLES)) {
            timer.advance(Subject.PERIOD);
        }
    }

    /** Every item that came in has exactly one fate, and everybody was told the same. */
    void assertAccounted() {
        assertThat(subscriber.breaches()).as("breaches of the protocol").isEmpty();
        List<Object> fates = new ArrayList<>(subscriber.items());
        fates.addAll(subscriber.drops().items());
        if (subject.is(Trait.NO_SETTINGS)) {
            assertThat(fates).as("fates of what was sent").containsExactlyInAnyOrderElementsOf(source.sent());
            return;
        }
        assertThat(probe.received()).as("received").containsAll(source.sent());
        assertThat(callback.all())
                .as("callback and context hear the same")
                .containsExactlyInAnyOrderElementsOf(subscriber.drops().all());
        assertThat(probe.dropped())
                .as("probe and context hear the same")
                .containsExactlyInAnyOrderElementsOf(subscriber.drops().items());
        assertThat(probe.emitted()).as("emitted").isEqualTo(subscriber.items());
        List<Object> undecided = new ArrayList<>(probe.received());
        probe.expanded().forEach(item -> assertThat(undecided.remove(item)).isTrue());
        fates.forEach(item ->
                assertThat(undecided.remove(item)).as("%s has one fate", item).isTrue());
        assertThat(undecided).as("received = emitted + dropped + waiting").hasSize((int) probe.waiting());
        assertThat(probe.highestWaiting()).as("most waiting").isLessThanOrEqualTo(subject.mostWaiting());
        assertThat(probe.events()).noneMatch(event -> event.startsWith("waiting"));
        if (subscriber.isEnded() || subscriber.isCancelled()) {
            assertThat(probe.waiting()).as("waiting after the end").isZero();
        }
    }
}
