package io.weir.rxjava3;

import io.weir.testkit.differential.Difference;
import io.weir.testkit.differential.End;
import io.weir.testkit.differential.Event;
import io.weir.testkit.differential.Event.Kind;
import io.weir.testkit.differential.Pair;
import io.weir.testkit.differential.Predictions;
import io.weir.testkit.differential.Schedule;
import io.weir.testkit.differential.Step;
import io.weir.testkit.differential.Trace;
import io.weir.testkit.differential.WhatIf;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** What RxJava does otherwise. Names and reasons stand in {@code docs/migrating.md}. */
final class RxJavaDifferences {
    private static final int CAPACITY = 3;

    static final Difference INVALID_REQUEST = Difference.vanishing(
            "an invalid request fails",
            "RxJava gives a request for 0 items or fewer to `RxJavaPlugins.onError`, if it notices it, and goes on. Here it"
                    + " ends the stream with an `IllegalArgumentException`, as §3.9 of the specification demands.",
            WhatIf.INVALID_REQUESTS_ARE_IGNORED);

    static final Difference EVERY_DROP_TOLD = Difference.foretelling(
            "every drop is told",
            "RxJava's callback hears of items that found no room. Ours is called once for each item that is not delivered,"
                    + " with the reason; so also for those that wait when the subscriber cancels (`CANCELLED`) or makes an"
                    + " invalid request (`FAILED`).",
            Predictions.nothingToldAtTheEnd());

    static final Difference ERROR_AFTER_ITEMS = Difference.foretelling(
                    "error after the items",
                    "RxJava signals an error of the source at once and discards what waits; `onBackpressureBuffer` does"
                            + " so unless `delayError` is true, and always with a strategy. Here the items that were accepted come"
                            + " first, when they are requested: an error is no reason to lose them.",
                    Predictions.errorAtOnce(theirs -> Stream.ofNullable(theirs.endOfSource())))
            .claiming(WhatIf.SOURCE_COMPLETES_INSTEAD_OF_FAILING, Predictions.completionInPlaceOfError());

    static final Difference OVERFLOW_AFTER_ITEMS = Difference.foretelling(
                    "overflow after the items",
                    "When an item finds no room, RxJava fails at once and discards those that wait, unless `delayError`"
                            + " is true. Here the source is cancelled at once too, but those that wait come first, and the overflow"
                            + " after them.",
                    RxJavaDifferences::overflowAtOnce)
            .claiming(WhatIf.SOURCE_COMPLETES_INSTEAD_OF_OVERFLOWING, RxJavaDifferences::completionInPlaceOfOverflow);

    static final Difference OTHER_ITEM_DROPPED = Difference.foretelling(
            "another item is dropped",
            "RxJava's `DROP_LATEST` drops the newest of the items that wait, and the one that came takes its place; so the"
                    + " last item to wait is always the newest of all. `dropNewest()` drops the one that came. As many items"
                    + " come at the same times; the last of those that waited is another one. Nothing here drops like that,"
                    + " except for a capacity of 1, where it is `latest()`.",
            RxJavaDifferences::newestReplaced);

    static final Difference SAMPLE_WAITS = Difference.foretelling(
            "waits for demand",
            "When a period ends and nothing is requested, RxJava fails with a `MissingBackpressureException`. Here the"
                    + " sampled item waits until it is requested or a newer one takes its place: that a sampled stream has a"
                    + " slow subscriber is no error.",
            RxJavaDifferences::overflowAtTick);

    static final Difference LAST_EMITTED = Difference.foretelling(
            "the last item comes",
            "When the source completes, RxJava discards the item that the current period has brought, unless"
                    + " `emitLast` is true. Here it comes before the completion.",
            RxJavaDifferences::completionWithoutLastItem);

    static final Difference SAMPLE_ENDS_WITH_DEMAND = Difference.foretelling(
            "the last item waits for demand",
            "When the source completes and nothing is requested, RxJava fails with a `MissingBackpressureException` in place"
                    + " of the last item. Here the item, and the completion behind it, wait for the request.",
            RxJavaDifferences::overflowAtEnd);

    static final Difference SAMPLER_ENDS = Difference.foretelling(
                    "the sampler's end",
                    "When the sampler completes or fails, RxJava ends the stream at once and discards the newest item; with"
                            + " `emitLast` true only when it fails. Here that item is sampled first, just as when the"
                            + " source ends.",
                    (pair, ours) -> Predictions.endNow(ours, pair.theirs().endOfSampler()))
            .claiming(WhatIf.SOURCE_ENDS_INSTEAD_OF_SAMPLER, trace -> trace);

    static final Difference NOTHING_AFTER_CANCEL = Difference.foretelling(
            "nothing after a cancellation",
            "When the source completes and the subscriber cancels within the last item, RxJava signals the completion all"
                    + " the same. Here nothing comes after a cancellation.",
            RxJavaDifferences::completionAfterCancellation);

    static final Difference ERROR_IN_ITS_PLACE = Difference.foretelling(
                    "error in its place",
                    "RxJava signals an error of the source at once, in the middle of the stream that runs. Here the error"
                            + " keeps its place in the sequence: it comes after what the items before it became, whatever"
                            + " the prefetch.",
                    Predictions.errorAtOnce(theirs -> Stream.ofNullable(theirs.endOfSource())))
            .claiming(WhatIf.SOURCE_COMPLETES_INSTEAD_OF_FAILING, Predictions.completionInPlaceOfError());

    static final Difference SOURCE_HEARD_FIRST = Difference.foretelling(
            "errors behind a mapper that throws",
            "RxJava asks for the next items before it calls the mapper, so it may know of an error of the source that comes"
                    + " after the item on which the mapper throws, and reports both. Here the source is cancelled when the"
                    + " mapper throws; with a prefetch its error may be known too, and is attached then.",
            RxJavaDifferences::errorOfSourceToo);

    static final Difference ERROR_BEHIND_ONE = Difference.foretelling(
                    "error behind all that waits",
                    "With `tillTheEnd` false RxJava signals an error of the source when the one that runs has ended and its"
                            + " item is delivered, and discards the items that wait. Here what becomes of these items comes"
                            + " first, for the error's place is behind them.",
                    RxJavaDifferences::errorBehindOne)
            .claiming(WhatIf.SOURCE_COMPLETES_INSTEAD_OF_FAILING, Predictions.completionInPlaceOfError());

    static final Difference MAPPER_HANGS = Difference.foretelling(
            "a mapper that throws ends the stream",
            "When errors are delayed and the mapper of RxJava's `switchMap` throws, RxJava may go on waiting for"
                    + " a stream that it has cancelled, or that never was; then nothing more comes, not even the error. Here"
                    + " the error comes at once.",
            RxJavaDifferences::waitingForTheCancelled);

    static final Difference IN_ORDER = Difference.sparing(
            "in the order of the source",
            "With a combiner RxJava merges the iterables, so items of a later one may come before those of an earlier one."
                    + " Here they come in the order of the source. How many come, and when, is the same; so is the order"
                    + " within each iterable.",
            Predictions.itemsOfStreamsInAnyOrder());

    static final Difference ERROR_AT_BOUNDARY = Difference.foretelling(
                    "error behind all streams",
                    "With `tillTheEnd` false RxJava signals an error of the source when the stream that runs has ended, and"
                            + " discards the items that wait. Here the streams of these items come first, for the error's"
                            + " place is behind them.",
                    Predictions::errorAtBoundary)
            .claiming(WhatIf.SOURCE_COMPLETES_INSTEAD_OF_FAILING, Predictions.completionInPlaceOfError());

    static final Difference STARTS_AT_ONCE = Difference.vanishing(
            "starts at once",
            "RxJava's `switchMap` asks the source for items when the subscriber makes its first request. Here they are asked"
                    + " for at the subscription, and the newest stream is subscribed to, though asked for nothing.",
            WhatIf.SOURCE_WAITS_FOR_A_VALID_REQUEST);

    static final Difference SUPPRESSED = Difference.sparing(
            "suppressed errors",
            "RxJava wraps several errors in a `CompositeException`. Here one is delivered as itself, with the others"
                    + " attached as suppressed; in `concatMap` an error of the source counts as the last, since its place is"
                    + " behind the streams.",
            Predictions.errorsInAnyForm());

    static final Difference MAPPER_ENDS_STREAMS = Difference.vanishing(
            "a mapper that throws ends the running streams",
            "When the mapper throws and errors are delayed, RxJava cancels the source and lets the streams that run come to"
                    + " their end. Here these are cancelled too, and the error comes after the items that wait.",
            WhatIf.MAPPER_RETURNS_ITS_ERROR,
            WhatIf.SOURCE_ENDS_AT_MAPPER_ERROR);

    static final Difference ANY_ERROR_AFTER_ITEMS = Difference.foretelling(
                    "any error after the items",
                    "RxJava signals an error of the source, of a stream or of the mapper at once and discards what waits."
                            + " Here everything is cancelled at once too, but the items that were accepted come first.",
                    Predictions.firstErrorAtItsStep())
            .claiming(WhatIf.ALL_COMPLETE_INSTEAD_OF_FIRST_ERROR, Predictions.completionInPlaceOfError());

    static final Difference TURNS = Difference.sparing(
            "streams take turns",
            "When items of several streams wait, RxJava delivers all of one, then all of the next. Here each stream has its"
                    + " turn, so that a busy one does not starve the others. How many items come, and when, is the same; so"
                    + " is the order within each stream. But an error that stands behind waiting items may be reached at"
                    + " another time.",
            Predictions.itemsOfStreamsInAnyOrder());

    static final Difference TURNS_AND_ERRORS = TURNS.andForetelling(Predictions.errorReachedInTurn())
            .claiming(WhatIf.ALL_COMPLETE_INSTEAD_OF_FIRST_ERROR, Predictions.completionInPlaceOfError());

    static final Difference NOTHING_AHEAD = Difference.foretelling(
            "asks for nothing ahead",
            "RxJava asks each stream for items ahead, so an error of the stream overtakes items that nobody has requested"
                    + " yet. Here the stream is asked for what is requested, and its error comes after its items.",
            Predictions.errorAtOnce(theirs -> theirs.endsOfInners().stream()));

    static final Difference SUPERSEDED_ERRORS = Difference.foretelling(
            "errors of streams that were replaced",
            "RxJava asks each stream for items ahead, so it may know of an error behind items that are never delivered,"
                    + " because the stream is replaced; it reports this error at the end. Here a stream that is replaced"
                    + " has nothing more to say.",
            RxJavaDifferences::withErrorsOfReplaced);

    static final Difference NO_MORE_THAN_REQUESTED = Difference.vanishing(
            "no more than is requested",
            "When a stream completes with the very item that uses up the demand, RxJava's `switchMap` forgets that these"
                    + " items were delivered, and emits as many more than were requested. Here demand is honoured.",
            WhatIf.SUBSCRIBER_REQUESTS_WHAT_THEIRS_SENDS_UNASKED);

    static final Difference ROOM_AT_ONCE = Difference.vanishing(
            "room for the next stream at once",
            "While items of one stream wait, RxJava may overlook that another has completed, and asks for the next item only"
                    + " when the subscriber requests something. Here a stream that has completed, and all of whose items"
                    + " were delivered, makes room at once.",
            WhatIf.SOURCE_SENDS_WHEN_THEIRS_DOES);

    private RxJavaDifferences() {}

    /** Ours cancels the source when an item comes that there is no room for, which it does not deliver. */
    private static Trace overflowAtOnce(Pair pair, Trace ours) {
        End end = pair.ours().cancellationOfSource();
        return end == null
                        || kindOf(pair, end.step()) != Step.Kind.OFFER
                        || ours.events().stream()
                                .anyMatch(event -> event.step() == end.step() && event.kind() == Kind.ITEM)
                ? ours
                : new Trace(ours.events().stream()
                                .filter(event -> event.step() < end.step()
                                        || (event.step() == end.step() && event.kind() == Kind.DROPPED))
                                .toList())
                        .plus(end.step(), Kind.ERROR, "overflow");
    }

    private static Trace completionInPlaceOfOverflow(Trace trace) {
        return Predictions.completionInPlaceOfError()
                .apply(trace)
                .filter(event -> event.kind() != Kind.DROPPED && event.kind() != Kind.DROPPED_AT_THE_END);
    }

    /** As many items come, and are dropped, at the same steps. Which, a queue tells in which the newest makes room. */
    private static Trace newestReplaced(Pair pair, Trace ours) {
        List<Integer> sentAt = pair.ours().sentAt();
        Deque<Integer> waiting = new ArrayDeque<>();
        List<Event> theirs = new ArrayList<>();
        Integer dropped = null;
        int sent = 0;
        for (Event event : ours.events()) {
            while (sent < sentAt.size() && sentAt.get(sent) <= event.step()) {
                dropped = waiting.size() == CAPACITY ? waiting.removeLast() : null;
                waiting.add(++sent);
            }
            theirs.add(
                    switch (event.kind()) {
                        case ITEM -> event.with(waiting.poll());
                        case DROPPED -> event.with(dropped);
                        default -> event;
                    });
        }
        return new Trace(theirs);
    }

    private static Step.Kind kindOf(Pair pair, int step) {
        return step == 0 ? null : pair.schedule().steps().get(step - 1).kind();
    }

    private static Trace overflowAtTick(Pair pair, Trace ours) {
        Trace theirs = pair.theirs().trace();
        Event last = theirs.last();
        if (last == null) {
            return ours;
        }
        Step.Kind kind = kindOf(pair, last.step());
        boolean isTick = kind == Step.Kind.TICK || kind == Step.Kind.PASS;
        return isTick && pair.ours().demandAfter(last.step()) == 0
                ? ours.first(theirs.size() - 1).plus(last.step(), Kind.ERROR, "overflow")
                : ours;
    }

    private static Trace overflowAtEnd(Pair pair, Trace ours) {
        return Stream.of(pair.theirs().endOfSource(), pair.theirs().endOfSampler())
                .filter(end -> end != null && !end.isFailure() && pair.ours().demandAfter(end.step()) == 0)
                .min(End.FIRST)
                .filter(end -> isLastItemOnly(pair, ours, end))
                .map(end -> ours.first(end.seen()).plus(end.step(), Kind.ERROR, "overflow"))
                .orElse(ours);
    }

    private static Trace completionWithoutLastItem(Pair pair, Trace ours) {
        End end = pair.theirs().endOfSource();
        return end == null || end.isFailure() || !isLastItemOnly(pair, ours, end)
                ? ours
                : Predictions.endNow(ours, end);
    }

    /** Ours shows nothing after an end but the last item and the completion, as far as these are requested. */
    private static boolean isLastItemOnly(Pair pair, Trace ours, End end) {
        List<Event> after = ours.events().stream()
                .skip(end.seen())
                .filter(event -> event.kind() != Kind.DROPPED_AT_THE_END)
                .toList();
        return after.isEmpty()
                || (after.size() <= 2
                        && after.get(0).kind() == Kind.ITEM
                        && after.get(0).value().equals(pair.theirs().lastOfSource())
                        && after.stream().skip(1).allMatch(event -> event.kind() == Kind.COMPLETION));
    }

    private static Trace completionAfterCancellation(Pair pair, Trace ours) {
        return Stream.of(pair.theirs().endOfSource(), pair.theirs().endOfSampler())
                .filter(end -> end != null && !end.isFailure() && pair.ours().isCancelled())
                .min(End.FIRST)
                .map(end -> ours.first(end.seen() + 1).plus(end.step(), Kind.COMPLETION, null))
                .orElse(ours);
    }

    private static Trace errorOfSourceToo(Pair pair, Trace ours) {
        End source = pair.theirs().endOfSource();
        End mapper = pair.theirs().endOfMapper();
        return source == null || !source.isFailure() || mapper == null || source.order() > mapper.order()
                ? ours
                : ours.map(event -> event.kind() == Kind.ERROR
                                && event.step() == mapper.step()
                                && !event.value().toString().contains(source.error())
                        ? event.with(event.value() + ", " + source.error())
                        : event);
    }

    /** What runs has ended when it has delivered its item, or when it ended without one. */
    private static Trace errorBehindOne(Pair pair, Trace ours) {
        End source = pair.theirs().endOfSource();
        if (source == null || !source.isFailure()) {
            return ours;
        }
        List<Event> events = ours.events();
        Trace atEnd = Predictions.errorAtBoundary(pair, ours);
        int end = atEnd.equals(ours) ? Integer.MAX_VALUE : atEnd.size() - 1;
        for (int i = source.seen(); i < events.size() && i < end; i++) {
            if (events.get(i).kind() == Kind.ITEM) {
                return ours.first(i + 1).plus(events.get(i).step(), Kind.ERROR, source.error());
            }
        }
        return atEnd;
    }

    /** What the cancelled stream had sent before may still come; nothing is foretold of when. */
    private static Trace waitingForTheCancelled(Pair pair, Trace ours) {
        End mapper = pair.theirs().endOfMapper();
        if (mapper == null) {
            return ours;
        }
        Trace theirs = pair.theirs().trace();
        Event last = ours.last();
        boolean oursEnds = last != null
                && last.kind() == Kind.ERROR
                && last.step() == mapper.step()
                && ours.size() == mapper.seen() + 1;
        List<Event> late = theirs.events().stream().skip(mapper.seen()).toList();
        boolean isOfOneStream = late.stream()
                        .filter(event -> event.kind() == Kind.ITEM)
                        .map(event -> Schedule.streamOf((Integer) event.value()))
                        .distinct()
                        .count()
                <= 1;
        boolean isNoOtherEnd = late.stream()
                .allMatch(event -> event.kind() == Kind.ITEM
                        || (event.kind() == Kind.ERROR
                                && event.value().toString().contains(mapper.error())));
        return oursEnds
                        && isOfOneStream
                        && isNoOtherEnd
                        && theirs.first(mapper.seen()).equals(ours.first(mapper.seen()))
                ? theirs
                : ours;
    }

    /** Theirs has heard of each of these errors; ours, of those that come at the end. */
    private static Trace withErrorsOfReplaced(Pair pair, Trace ours) {
        Event last = ours.last();
        if (last == null || !last.isEnd()) {
            return ours;
        }
        List<String> errors = new ArrayList<>();
        if (last.kind() == Kind.ERROR) {
            errors.add((String) last.value());
        }
        pair.theirs().endsOfInners().stream()
                .filter(end -> end.isFailure() && errors.stream().noneMatch(error -> error.contains(end.error())))
                .forEach(end -> errors.add(end.error()));
        return errors.isEmpty()
                ? ours
                : ours.first(ours.size() - 1).plus(last.step(), Kind.ERROR, String.join(", ", errors));
    }
}
