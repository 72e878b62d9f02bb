package io.weir.timeline;

import static io.weir.Operators.buffer;
import static io.weir.Operators.drop;
import static io.weir.Operators.latest;
import static io.weir.Operators.mergeMap;

import io.weir.IdentityOperator;
import io.weir.Weir;
import io.weir.flatten.FlattenOptions;
import io.weir.reactor.ReactorAdapter;
import io.weir.spi.CountingProbe;
import io.weir.spi.Probe;
import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import io.weir.testkit.VirtualTimer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import reactor.core.publisher.Flux;

/** Runs to be drawn. */
final class Samples {
    static final String HOSTILE = "</script><b class=\"broken\">'\"\u2028<!-- & {{run}}";
    static final int BURSTS = 5;
    static final int BURST = 8;

    private Samples() {}

    /** The same bursts for four policies, and what counting probes beside the recorder say. */
    record Compared(Timeline timeline, Map<String, CountingProbe> counts) {}

    static Compared fourPolicies() {
        return fourPolicies(Recorder.create(), BURSTS);
    }

    static Compared fourPolicies(Recorder recorder, int bursts) {
        VirtualTimer clock = new VirtualTimer();
        recorder.timer(clock);
        Map<String, CountingProbe> counts = new LinkedHashMap<>();
        Map<String, TestSource<Integer>> sources = new LinkedHashMap<>();
        Map<String, Function<Probe, IdentityOperator>> policies = new LinkedHashMap<>();
        policies.put("fail", probe -> buffer(3).probe(probe));
        policies.put("drop the oldest", probe -> buffer(3).dropOldest().probe(probe));
        policies.put("drop", probe -> drop().probe(probe));
        policies.put("latest", probe -> latest().probe(probe));
        policies.forEach((name, policy) -> {
            CountingProbe counting = Probe.counting();
            TestSource<Integer> source = new TestSource<>();
            counts.put(name, counting);
            sources.put(name, source);
            IdentityOperator operator = policy.apply(recorder.chain(name).and(counting));
            Weir.from(source).via(operator).subscribe(slow(clock));
        });
        for (int burst = 0; burst < bursts; burst++) {
            clock.advance(Duration.ofMillis(12));
            for (int i = 1; i <= BURST; i++) {
                int item = burst * BURST + i;
                sources.values().forEach(source -> send(source, item));
            }
        }
        sources.values().forEach(source -> complete(source));
        clock.advance(Duration.ofMillis(100));
        return new Compared(recorder.timeline().titled("Four answers to a fast producer"), counts);
    }

    private static void send(TestSource<Integer> source, int item) {
        if (!source.isCancelled()) {
            source.send(item);
        }
    }

    private static void complete(TestSource<Integer> source) {
        if (!source.isCancelled()) {
            source.complete();
        }
    }

    /** Takes one item at a time, and 3 ms for it. */
    private static TestSubscriber<Integer> slow(VirtualTimer clock) {
        TestSubscriber<Integer> subscriber = TestSubscriber.requesting(1);
        return subscriber.onNext(item -> clock.schedule(() -> subscriber.request(1), Duration.ofMillis(3)));
    }

    /** Three stages in Reactor; the second holds back the first, and the subscriber the last. */
    static Timeline threeStages() {
        Recorder recorder = Recorder.create().timer(new VirtualTimer());
        Probe probe = recorder.chain("orders");
        FlattenOptions two =
                FlattenOptions.defaults().concurrency(2).named("resolve").probe(probe);
        TestSubscriber<String> subscriber = TestSubscriber.requesting(3);
        Flux.range(1, 6)
                .transform(ReactorAdapter.via(recorder.boundary("orders", "source")))
                .transform(ReactorAdapter.via(buffer(4).dropNewest().probe(probe)))
                .transform(ReactorAdapter.via(mergeMap(two, (Integer n) -> Flux.just("a" + n, "b" + n))))
                .subscribe(subscriber);
        subscriber.request(Long.MAX_VALUE);
        return recorder.timeline().titled("Three stages");
    }

    /** Names and items that would break a page that trusts them. */
    static Timeline hostile() {
        Recorder recorder = Recorder.create();
        TestSubscriber<String> subscriber = TestSubscriber.requesting(1);
        String name = HOSTILE + "com.example.storefront.recommendations.".repeat(4);
        Weir.fromIterable(List.of(HOSTILE, HOSTILE + 2))
                .via(buffer(1).named(name).probe(recorder.chain("of " + name)))
                .subscribe(subscriber);
        subscriber.request(0);
        return recorder.timeline().titled(HOSTILE);
    }

    /** One event of each kind, or more. */
    static Timeline everyKind() {
        Recorder recorder = Recorder.create().timer(new VirtualTimer());
        TestSource<Integer> overflowing = new TestSource<>();
        TestSubscriber<Integer> first = TestSubscriber.requesting(1);
        Weir.from(overflowing).via(buffer(1).probe(recorder.chain("overflow"))).subscribe(first);
        overflowing.send(1, 2, 3);
        first.request(1);

        TestSource<Integer> cancelled = new TestSource<>();
        TestSubscriber<Integer> second = TestSubscriber.requesting(Long.MAX_VALUE);
        FlattenOptions one = FlattenOptions.defaults().concurrency(1).probe(recorder.chain("flatten"));
        Weir.from(cancelled).via(mergeMap(one, (Integer n) -> Flux.just(n))).subscribe(second);
        cancelled.send(1);
        second.cancel();
        cancelled.send(2);

        TestSubscriber<Integer> third = TestSubscriber.requesting(1);
        Weir.range(1, 1).via(latest().probe(recorder.chain("complete"))).subscribe(third);

        TestSubscriber<Integer> fourth = TestSubscriber.create();
        Weir.range(1, 1).via(latest().probe(recorder.chain("refused"))).subscribe(fourth);
        fourth.request(-1);
        return recorder.timeline().titled("Every kind");
    }

    /** The end of a run of a million events. */
    static Timeline aMillion() {
        return fourPolicies(Recorder.create(), 16_500).timeline().titled("A million events");
    }
}
