package io.weir.testkit.differential;

import static java.util.stream.Collectors.joining;

import io.weir.DropReason;
import io.weir.overflow.OverflowException;
import io.weir.spi.StageContext;
import io.weir.testkit.differential.Event.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** One side of a row, going through a schedule. It has sources and a subscriber of its own. */
public final class Bench {
    /** What {@code period} stands for in the calls that are compared. */
    public static final Duration PERIOD = Duration.ofMillis(10);

    static final String SEVERAL = "several: ";
    static final String AND = ", ";

    private final Library library;
    private final Schedule schedule;
    private final Set<WhatIf> whatIf;
    private final ColdSource source = new ColdSource(this);
    private final ColdSource sampler = new ColdSource(this);
    private final Map<Integer, ColdSource> inners = new HashMap<>();
    private final Recorder recorder = new Recorder();
    private final long[] demand;
    private int step;
    private boolean allEnded;
    private int stepsOver;
    private int ends;
    private End mapperEnd;

    private Bench(Library library, Schedule schedule, Set<WhatIf> whatIf) {
        this.library = library;
        this.schedule = schedule;
        this.whatIf = whatIf;
        this.demand = new long[schedule.steps().size() + 1];
    }

    /** The bench after the run. */
    static Bench run(
            Library library,
            Schedule schedule,
            Function<Bench, ? extends Publisher<Integer>> side,
            Set<WhatIf> whatIf,
            Bench theirs) {
        Bench bench = new Bench(library, schedule, whatIf);
        if (whatIf.contains(WhatIf.SOURCE_SENDS_WHEN_THEIRS_DOES)) {
            bench.source.holdUntil(theirs.sentAt());
        }
        if (whatIf.contains(WhatIf.SOURCE_WAITS_FOR_A_REQUEST)
                || whatIf.contains(WhatIf.SOURCE_WAITS_FOR_A_VALID_REQUEST)) {
            bench.source.hold();
        }
        if (whatIf.contains(WhatIf.SOURCE_COMPLETES_INSTEAD_OF_OVERFLOWING)) {
            bench.source.completeAfter(theirs.sentAt().size() - 1);
        }
        side.apply(bench).subscribe(library.own(bench.recorder));
        for (Step next : schedule.steps()) {
            bench.step++;
            if (whatIf.contains(WhatIf.SUBSCRIBER_REQUESTS_WHAT_THEIRS_SENDS_UNASKED)) {
                bench.recorder.requestInAdvance(Collections.frequency(theirs.recorder.unasked, bench.step));
            }
            bench.take(next);
            bench.stepsOver++;
            bench.source.send();
            bench.demand[bench.step] = bench.recorder.demand;
        }
        bench.leave();
        return bench;
    }

    private void take(Step next) {
        switch (next.kind()) {
            case OFFER -> source.offer(next.item());
            case COMPLETE -> source.complete();
            case FAIL -> {
                if (whatIf.contains(WhatIf.SOURCE_COMPLETES_INSTEAD_OF_FAILING)) {
                    source.complete();
                } else {
                    source.fail(new Boom("the source"));
                }
            }
            case REQUEST -> recorder.request(next.n() == Step.EVERYTHING ? Long.MAX_VALUE : next.n());
            case REQUEST_INVALID -> recorder.requestNothing();
            case REQUEST_EACH -> recorder.requestsEach = true;
            case CANCEL -> recorder.cancel();
            case CANCEL_NEXT -> recorder.cancelsNext = true;
            case INNER_OFFER -> inner(next.n()).offer(next.item());
            case INNER_COMPLETE -> inner(next.n()).complete();
            case INNER_FAIL -> inner(next.n()).fail(new Boom("inner stream " + next.n()));
            case TICK -> sampler.offer(0);
            case SAMPLER_COMPLETE -> endingWithSampler().complete();
            case SAMPLER_FAIL -> endingWithSampler().fail(new Boom("the sampler"));
            case PASS -> {
                for (int i = 0; i < next.n(); i++) {
                    library.passHalfPeriod();
                }
            }
        }
    }

    private ColdSource endingWithSampler() {
        return whatIf.contains(WhatIf.SOURCE_ENDS_INSTEAD_OF_SAMPLER) ? source : sampler;
    }

    /** Cancels what still goes on, such as timers. What comes of that is not part of the trace. */
    private void leave() {
        recorder.closed = true;
        recorder.subscription.cancel();
    }

    // ------------------------------------------------------------------------------- what a side is made from

    /** The source of the operator. */
    public Publisher<Integer> source() {
        return source;
    }

    /** Ends a period with each of its items. */
    public Publisher<Integer> sampler() {
        return sampler;
    }

    /** The inner stream of an item. Throws on items below zero. */
    public Publisher<Integer> innerOf(int item) {
        if (item < 0 && whatIf.contains(WhatIf.MAPPER_RETURNS_ITS_ERROR)) {
            ColdSource failed = inner(item);
            failed.fail(mapperFails(item));
            return failed;
        }
        if (item < 0 && noErrors()) {
            endAll();
        } else {
            requireMappable(item);
        }
        return inner(item);
    }

    /** None to three items in place of one. Throws on items below zero. */
    public List<Integer> iterableOf(int item) {
        if (item < 0 && noErrors()) {
            endAll();
            return List.of();
        }
        requireMappable(item);
        return IntStream.rangeClosed(1, item % 4)
                .mapToObj(place -> Schedule.itemOf(item, place))
                .toList();
    }

    /** True when everything is to complete where the first error would come. */
    boolean noErrors() {
        return whatIf.contains(WhatIf.ALL_COMPLETE_INSTEAD_OF_FIRST_ERROR);
    }

    /** All sources complete, whatever they were offered. */
    void endAll() {
        allEnded = true;
        source.endNow();
        List.copyOf(inners.values()).forEach(ColdSource::endNow);
    }

    private void requireMappable(int item) {
        if (item < 0) {
            throw mapperFails(item);
        }
    }

    private Boom mapperFails(int item) {
        Boom error = new Boom("the mapper on " + item);
        mapperEnd = mapperEnd == null ? endNow(error) : mapperEnd;
        if (whatIf.contains(WhatIf.SOURCE_ENDS_AT_MAPPER_ERROR)) {
            source.endNow();
        }
        return error;
    }

    /** For the callback of the other library. */
    public Consumer<Integer> lost() {
        return item -> recorder.see(Kind.DROPPED, item);
    }

    /** For a callback that is not told which item there was no room for. */
    public void overflowed() {
        recorder.see(Kind.DROPPED, "something");
    }

    /** For our callback, which hears of more than others do. */
    public void lost(Object item, DropReason why) {
        boolean goesOn = why == DropReason.BUFFER_FULL || why == DropReason.NO_DEMAND || why == DropReason.SUPERSEDED;
        recorder.see(goesOn ? Kind.DROPPED : Kind.DROPPED_AT_THE_END, item);
    }

    private ColdSource inner(int stream) {
        ColdSource inner = inners.computeIfAbsent(stream, number -> new ColdSource(this));
        if (allEnded) {
            inner.endNow();
        }
        return inner;
    }

    // --------------------------------------------------------------------------------------- what came of it

    int step() {
        return step;
    }

    /** What the subscriber saw, and what a callback was told. */
    public Trace trace() {
        return new Trace(recorder.events);
    }

    /** Where the subscriber was treated against the specification. */
    List<String> breaches() {
        return recorder.breaches;
    }

    /** How the source ended, or null. */
    public End endOfSource() {
        return source.end();
    }

    /** When the operator, or the subscriber through it, cancelled the source; null unless that was before its end. */
    public End cancellationOfSource() {
        return source.cancellation();
    }

    /** Whether the subscriber has cancelled. */
    public boolean isCancelled() {
        return recorder.cancelled;
    }

    /** The last item that the source sent, or null. */
    public Integer lastOfSource() {
        return source.last();
    }

    /** How the sampler ended, or null. */
    public End endOfSampler() {
        return sampler.end();
    }

    /** How the inner streams ended that did, in no particular order. */
    public List<End> endsOfInners() {
        return inners.values().stream()
                .map(ColdSource::end)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The first failure of the source, the sampler, an inner stream or the mapper, or null. */
    public End firstFailure() {
        return Stream.concat(endsOfInners().stream(), Stream.of(source, sampler).map(ColdSource::end))
                .filter(end -> end != null && end.isFailure())
                .reduce(mapperEnd, (one, other) -> one == null || one.order() > other.order() ? other : one);
    }

    End endNow(Throwable error) {
        return new End(ends++, step, recorder.events.size(), error == null ? "" : error.getMessage());
    }

    /** When the mapper threw for the first time, or null. */
    public End endOfMapper() {
        return mapperEnd;
    }

    /** True when everything was done that a step brings about. */
    boolean isOver(int number) {
        return number <= stepsOver;
    }

    /** The steps at which the source sent its items. */
    public List<Integer> sentAt() {
        return source.sentAt();
    }

    /** How many more items the subscriber wanted after a step. */
    public long demandAfter(int number) {
        return demand[number];
    }

    private String nameOf(Throwable error) {
        List<Throwable> parts = library.parts(error);
        if (!parts.isEmpty()) {
            return SEVERAL + names(parts);
        }
        if (error instanceof OverflowException || library.isOverflow(error)) {
            return "overflow";
        }
        if (error instanceof Boom) {
            return names(withSuppressed(error).toList());
        }
        return error.toString();
    }

    /** An error that has others attached may itself be attached. */
    private static Stream<Throwable> withSuppressed(Throwable error) {
        return Stream.concat(
                Stream.of(error), Arrays.stream(error.getSuppressed()).flatMap(Bench::withSuppressed));
    }

    private String names(List<Throwable> errors) {
        return errors.stream()
                .map(part -> part instanceof Boom ? part.getMessage() : nameOf(part))
                .collect(joining(AND));
    }

    /** An error with a name and without a stack. */
    private static final class Boom extends RuntimeException {
        private static final long serialVersionUID = 1;

        Boom(String who) {
            super(who, null, true, false);
        }
    }

    /** What it hears as a context is not what a subscriber sees; it only keeps late errors from the thread's handler. */
    private final class Recorder implements Subscriber<Integer>, StageContext {
        private final List<Event> events = new ArrayList<>();
        private final List<String> breaches = new ArrayList<>(0);
        private final List<Integer> unasked = new ArrayList<>(0);
        private Subscription subscription;
        private long demand;
        private boolean requestsEach;
        private boolean cancelsNext;
        private boolean cancelled;
        private boolean closed;
        private boolean ended;
        private boolean inSignal;

        void request(long n) {
            if (!cancelled && !ended) {
                if (!whatIf.contains(WhatIf.SOURCE_WAITS_FOR_A_VALID_REQUEST)) {
                    source.release();
                }
                demand = demand + n < 0 ? Long.MAX_VALUE : demand + n;
                subscription.request(n);
                source.release();
            }
        }

        void requestInAdvance(int n) {
            if (n > 0) {
                request(n);
            }
        }

        void requestNothing() {
            if (!cancelled && !ended) {
                if (!whatIf.contains(WhatIf.SOURCE_WAITS_FOR_A_VALID_REQUEST)) {
                    source.release();
                }
                if (!whatIf.contains(WhatIf.INVALID_REQUESTS_ARE_IGNORED)) {
                    subscription.request(0);
                }
            }
        }

        void cancel() {
            if (!cancelled && !ended) {
                cancelled = true;
                subscription.cancel();
            }
        }

        void see(Kind kind, Object value) {
            if (!closed) {
                events.add(new Event(step, kind, value));
            }
        }

        @Override
        public void onSubscribe(Subscription s) {
            subscription = s;
        }

        @Override
        public void onNext(Integer item) {
            if (demand == 0) {
                breaches.add("onNext(" + item + ") without demand");
                unasked.add(step);
            }
            enter("onNext(" + item + ")");
            demand -= demand == Long.MAX_VALUE || demand == 0 ? 0 : 1;
            see(Kind.ITEM, item);
            if (cancelsNext) {
                cancel();
            } else if (requestsEach) {
                request(1);
            }
            inSignal = false;
        }

        @Override
        public void onError(Throwable error) {
            end(Kind.ERROR, nameOf(error));
        }

        @Override
        public void onComplete() {
            end(Kind.COMPLETION, null);
        }

        @Override
        public void dropped(Object item, DropReason reason) {}

        @Override
        public void lateError(Throwable error) {}

        private void end(Kind kind, Object value) {
            enter(kind.name());
            ended = true;
            see(kind, value);
            inSignal = false;
        }

        private void enter(String signal) {
            if (ended) {
                breaches.add(signal + " after the end");
            }
            if (cancelled) {
                breaches.add(signal + " after the cancellation");
            }
            if (inSignal) {
                breaches.add(signal + " within another signal");
            }
            inSignal = true;
        }
    }

    @Override
    public String toString() {
        return schedule.toString();
    }
}
