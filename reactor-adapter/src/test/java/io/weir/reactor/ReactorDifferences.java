package io.weir.reactor;

import io.weir.testkit.differential.Difference;
import io.weir.testkit.differential.End;
import io.weir.testkit.differential.Event;
import io.weir.testkit.differential.Event.Kind;
import io.weir.testkit.differential.Pair;
import io.weir.testkit.differential.Predictions;
import io.weir.testkit.differential.Step;
import io.weir.testkit.differential.Trace;
import io.weir.testkit.differential.WhatIf;
import java.util.stream.Stream;

/** What Reactor does otherwise. Names and reasons stand in {@code docs/migrating.md}. */
final class ReactorDifferences {
    static final Difference INVALID_REQUEST = Difference.vanishing(
            "an invalid request fails",
            "Reactor ignores a request for 0 items or fewer when one of its own subscribers makes it."
                    + " Here it ends the stream with an `IllegalArgumentException`, as §3.9 of the specification"
                    + " demands.",
            WhatIf.INVALID_REQUESTS_ARE_IGNORED);

    static final Difference EVERY_DROP_TOLD = Difference.foretelling(
            "every drop is told",
            "Reactor's callback hears of items that found no room. Ours is called once for each item that"
                    + " is not delivered, with the reason; so also for those that wait when the subscriber cancels"
                    + " (`CANCELLED`) or makes an invalid request (`FAILED`).",
            Predictions.nothingToldAtTheEnd());

    static final Difference ERROR_AFTER_ITEMS = Difference.foretelling(
                    "error after the items",
                    "Reactor signals an error of the source at once and discards what waits;"
                            + " `onBackpressureBuffer` does so with `DROP_OLDEST` and `DROP_LATEST`, unless it has a"
                            + " callback. Here the items that were accepted come first, when they are requested: an error"
                            + " is no reason to lose them.",
                    Predictions.errorAtOnce(theirs -> Stream.ofNullable(theirs.endOfSource())))
            .claiming(WhatIf.SOURCE_COMPLETES_INSTEAD_OF_FAILING, Predictions.completionInPlaceOfError());

    static final Difference SAMPLE_WAITS = Difference.foretelling(
            "waits for demand",
            "When a period ends and nothing is requested, Reactor fails with an overflow. Here the"
                    + " sampled item waits until it is requested or a newer one takes its place: that a sampled"
                    + " stream has a slow subscriber is no error.",
            ReactorDifferences::overflowAtTick);

    static final Difference SAMPLE_ENDS_WITH_DEMAND = Difference.foretelling(
            "the last item waits for demand",
            "When the source completes, Reactor emits the last item even if nothing is requested. Here"
                    + " the item and the completion behind it wait for the request, as §1.1 of the specification"
                    + " demands.",
            ReactorDifferences::lastItemWithoutDemand);

    static final Difference SAMPLER_ENDS = Difference.foretelling(
                    "the sampler's end",
                    "When the sampler completes or fails, Reactor ends the stream at once and discards the newest"
                            + " item. Here that item is sampled first, just as when the source ends.",
                    (pair, ours) -> Predictions.endNow(ours, pair.theirs().endOfSampler()))
            .claiming(WhatIf.SOURCE_ENDS_INSTEAD_OF_SAMPLER, trace -> trace);

    static final Difference ERROR_IN_ITS_PLACE = Difference.foretelling(
                    "error in its place",
                    "Reactor signals an error of the source at once, in the middle of the stream that runs. Here"
                            + " the error keeps its place in the sequence: it comes after what the items before it became,"
                            + " whatever the prefetch.",
                    Predictions.errorAtOnce(theirs -> Stream.ofNullable(theirs.endOfSource())))
            .claiming(WhatIf.SOURCE_COMPLETES_INSTEAD_OF_FAILING, Predictions.completionInPlaceOfError());

    static final Difference ERROR_AT_BOUNDARY = Difference.foretelling(
                    "error behind all streams",
                    "With `delayUntilEnd` false Reactor signals an error of the source when the stream that runs"
                            + " has ended, and discards the items that wait. Here the streams of these items come first,"
                            + " for the error's place is behind them.",
                    Predictions::errorAtBoundary)
            .claiming(WhatIf.SOURCE_COMPLETES_INSTEAD_OF_FAILING, Predictions.completionInPlaceOfError());

    static final Difference STARTS_AT_ONCE = Difference.vanishing(
            "starts at once",
            "Without a prefetch Reactor asks the source for its first item when the subscriber makes its"
                    + " first request. Here the first item is asked for at the subscription, and its stream is"
                    + " subscribed to, though asked for nothing; so a mapper that throws, or a stream that fails at"
                    + " once, is noticed without a request.",
            WhatIf.SOURCE_WAITS_FOR_A_REQUEST);

    static final Difference FIRST_ERROR_ONLY = Difference.foretelling(
            "later errors are kept",
            "Without a prefetch Reactor delivers the error that came first and gives the others to"
                    + " `onErrorDropped`. Here no error is lost: one is delivered, with the others attached as"
                    + " suppressed.",
            ReactorDifferences::firstErrorOnly);

    static final Difference SUPPRESSED = Difference.sparing(
            "suppressed errors",
            "Reactor wraps several errors in a composite exception, to be taken apart with"
                    + " `Exceptions.unwrapMultiple`. Here one is delivered as itself, with the others attached as"
                    + " suppressed; in `concatMap` an error of the source counts as the last, since its place is"
                    + " behind the streams.",
            Predictions.errorsInAnyForm());

    static final Difference MAPPER_NOT_DELAYED = Difference.vanishing(
            "what the mapper throws is not delayed",
            "Without a prefetch Reactor delays what the mapper throws, and goes on with the next item. Here errors of the"
                    + " source and of streams are delayed; a mapper that throws ends the stream, as it does everywhere.",
            WhatIf.MAPPER_RETURNS_ITS_ERROR);

    static final Difference MAPPER_ENDS_STREAMS = Difference.vanishing(
            "a mapper that throws ends the running streams",
            "When the mapper throws, Reactor cancels the source and lets the streams that run come to their end. Here these"
                    + " are cancelled too, and the error comes after the items that wait.",
            WhatIf.MAPPER_RETURNS_ITS_ERROR,
            WhatIf.SOURCE_ENDS_AT_MAPPER_ERROR);

    static final Difference ANY_ERROR_AFTER_ITEMS = Difference.foretelling(
                    "any error after the items",
                    "Reactor signals an error of the source, of a stream or of the mapper at once and discards what waits. Here"
                            + " everything is cancelled at once too, but the items that were accepted come first. Errors that come at the same"
                            + " moment Reactor wraps in a composite exception; here the first is delivered.",
                    Predictions.firstErrorAtItsStep())
            .claiming(WhatIf.ALL_COMPLETE_INSTEAD_OF_FIRST_ERROR, Predictions.completionInPlaceOfError());

    static final Difference TURNS = Difference.sparing(
            "streams take turns",
            "When items of several streams wait, Reactor delivers all of the first, then all of the second. Here each stream"
                    + " has its turn, so that a busy one does not starve the others. How many items come, and when, is the"
                    + " same; so is the order within each stream. But an error that stands behind waiting items may be reached at another"
                    + " time.",
            Predictions.itemsOfStreamsInAnyOrder());

    static final Difference TURNS_AND_ERRORS = TURNS.andForetelling(Predictions.errorReachedInTurn())
            .claiming(WhatIf.ALL_COMPLETE_INSTEAD_OF_FIRST_ERROR, Predictions.completionInPlaceOfError());

    static final Difference NOTHING_AHEAD = Difference.foretelling(
            "asks for nothing ahead",
            "With a prefetch Reactor asks each stream for items ahead, so an error of the stream overtakes items that nobody"
                    + " has requested yet. Here the stream is asked for what is requested, and its error comes after its"
                    + " items.",
            Predictions.errorAtOnce(theirs -> theirs.endsOfInners().stream()));

    static final Difference STALE_ITEMS = Difference.foretelling(
            "stale items",
            "Items that Reactor asked of a stream ahead, and that were replaced meanwhile, stand in the way of completion"
                    + " until the subscriber requests something. Here completion comes at once, since nothing waits.",
            ReactorDifferences::completionWithTheNextRequest);

    static final Difference NOTHING_AFTER_CANCEL = Difference.foretelling(
            "nothing after a cancellation",
            "When the source completes and the subscriber cancels within the last item, Reactor signals the completion all"
                    + " the same. Here nothing comes after a cancellation.",
            ReactorDifferences::completionAfterCancellation);

    static final Difference EARLIER_ERRORS_KEPT = Difference.foretelling(
            "earlier errors are kept",
            "With a prefetch Reactor forgets the errors that it has delayed when the mapper throws. Here they are attached to"
                    + " what the mapper throws.",
            ReactorDifferences::errorOfMapperOnly);

    static final Difference ROOM_AT_ONCE = Difference.vanishing(
            "room for the next stream at once",
            "While items of one stream wait, Reactor may overlook that another has completed, and asks"
                    + " for the next item only when the subscriber requests something. Here a stream that has"
                    + " completed, and all of whose items were delivered, makes room at once.",
            WhatIf.SOURCE_SENDS_WHEN_THEIRS_DOES);

    private ReactorDifferences() {}

    private static Trace overflowAtTick(Pair pair, Trace ours) {
        Trace theirs = pair.theirs().trace();
        Event last = theirs.last();
        if (last == null) {
            return ours;
        }
        Step.Kind kind = pair.schedule().steps().get(last.step() - 1).kind();
        boolean isTick = kind == Step.Kind.TICK || kind == Step.Kind.PASS;
        return isTick && pair.ours().demandAfter(last.step()) == 0
                ? ours.first(theirs.size() - 1).plus(last.step(), Kind.ERROR, "overflow")
                : ours;
    }

    private static Trace lastItemWithoutDemand(Pair pair, Trace ours) {
        End end = pair.theirs().endOfSource();
        return end == null || end.isFailure() || pair.ours().demandAfter(end.step()) != 0
                ? ours
                : ours.first(end.seen())
                        .plus(end.step(), Kind.ITEM, pair.theirs().lastOfSource())
                        .plus(end.step(), Kind.COMPLETION, null);
    }

    private static Trace completionAfterCancellation(Pair pair, Trace ours) {
        End end = pair.theirs().endOfSource();
        return end == null || end.isFailure() || !pair.ours().isCancelled()
                ? ours
                : ours.first(end.seen() + 1).plus(end.step(), Kind.COMPLETION, null);
    }

    private static Trace completionWithTheNextRequest(Pair pair, Trace ours) {
        Event last = ours.last();
        if (last == null || last.kind() != Kind.COMPLETION || pair.ours().demandAfter(last.step()) != 0) {
            return ours;
        }
        Trace before = ours.first(ours.size() - 1);
        for (int step = last.step() + 1; step <= pair.schedule().steps().size(); step++) {
            Step.Kind kind = pair.schedule().steps().get(step - 1).kind();
            if (kind == Step.Kind.CANCEL) {
                return before;
            }
            if (kind == Step.Kind.REQUEST) {
                return before.plus(step, Kind.COMPLETION, null);
            }
        }
        return before;
    }

    private static Trace errorOfMapperOnly(Pair pair, Trace ours) {
        End mapper = pair.theirs().endOfMapper();
        return mapper == null
                ? ours
                : ours.map(event -> event.kind() == Kind.ERROR && event.step() == mapper.step()
                        ? event.with(mapper.error())
                        : event);
    }

    private static Trace firstErrorOnly(Pair pair, Trace ours) {
        End first = pair.theirs().firstFailure();
        return first == null
                ? ours
                : ours.map(event -> event.kind() == Kind.ERROR
                                && String.valueOf(event.value()).contains(first.error())
                        ? event.with(first.error())
                        : event);
    }
}
