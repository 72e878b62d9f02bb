package io.weir.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The rules that each TCK class skips, and why. What a run really skips has to be exactly this, in every setting. */
final class SkippedRules {
    /** Some rules, and one reason for all of them. */
    private record Group(String reason, List<String> rules) {}

    // -------------------------------------------------------------------- what the TCK itself has no test for

    private static final Group INSIDE_OF_PUBLISHER = because(
            "the TCK has no test: it would have to look inside the publisher",
            "untested_spec106_mustConsiderSubscriptionCancelledAfterOnErrorOrOnCompleteHasBeenCalled",
            "untested_spec107_mustNotEmitFurtherSignalsOnceOnErrorHasBeenSignalled",
            "untested_spec108_possiblyCanceledSubscriptionShouldNotReceiveOnErrorOrOnCompleteSignals",
            "untested_spec109_subscribeShouldNotThrowNonFatalThrowable",
            "untested_spec110_rejectASubscriptionRequestIfTheSameSubscriberSubscribesTwice");

    private static final Group HEAVY = because(
            "the TCK has no test: there is no measure for a heavy computation",
            "untested_spec304_requestShouldNotPerformHeavyComputations",
            "untested_spec305_cancelMustNotSynchronouslyPerformHeavyComputation");

    private static final Group INSIDE_OF_SUBSCRIBER = because(
            "the TCK has no test: it would have to look inside the subscriber",
            "untested_spec202_shouldAsynchronouslyDispatch",
            "untested_spec204_mustConsiderTheSubscriptionAsCancelledInAfterRecievingOnCompleteOrOnError",
            "untested_spec206_mustCallSubscriptionCancelIfItIsNoLongerValid",
            "untested_spec207_mustEnsureAllCallsOnItsSubscriptionTakePlaceFromTheSameThreadOrTakeCareOfSynchronization",
            "untested_spec211_mustMakeSureThatAllCallsOnItsMethodsHappenBeforeTheProcessingOfTheRespectiveEvents",
            "untested_spec213_failingOnSignalInvocation",
            "untested_spec301_mustNotBeCalledOutsideSubscriberContext");

    private static final Group RULES_OF_THE_OTHER_SIDE = because(
            "the TCK has no test: the publisher has to keep it, here one of the TCK's own",
            "untested_spec212_mustNotCallOnSubscribeMoreThanOnceBasedOnObjectEquality_specViolation",
            "untested_spec310_requestMaySynchronouslyCallOnNextOnSubscriber",
            "untested_spec311_requestMaySynchronouslyCallOnCompleteOrOnError",
            "untested_spec314_cancelMayCauseThePublisherToShutdownIfNoOtherSubscriptionExists",
            "untested_spec315_cancelMustNotThrowExceptionAndMustSignalOnError",
            "untested_spec316_requestMustNotThrowExceptionAndMustOnErrorTheSubscriber");

    private static final Group INSIDE_OF_BLACKBOX = because(
            "the TCK has no test: it would have to look inside the subscriber",
            "untested_spec202_blackbox_shouldAsynchronouslyDispatch",
            "untested_spec204_blackbox_mustConsiderTheSubscriptionAsCancelledInAfterRecievingOnCompleteOrOnError",
            "untested_spec206_blackbox_mustCallSubscriptionCancelIfItIsNoLongerValid",
            "untested_spec207_blackbox_mustEnsureAllCallsOnItsSubscriptionTakePlaceFromTheSameThreadOrTakeCareOfSynchronization",
            "untested_spec211_blackbox_mustMakeSureThatAllCallsOnItsMethodsHappenBeforeTheProcessingOfTheRespectiveEvents",
            "untested_spec213_blackbox_failingOnSignalInvocation",
            "untested_spec301_blackbox_mustNotBeCalledOutsideSubscriberContext");

    private static final Group RULES_OF_THE_OTHER_SIDE_OF_BLACKBOX = because(
            "the TCK has no test: the publisher has to keep it, here one of the TCK's own",
            "untested_spec212_blackbox_mustNotCallOnSubscribeMoreThanOnceBasedOnObjectEquality",
            "untested_spec310_blackbox_requestMaySynchronouslyCallOnNextOnSubscriber",
            "untested_spec311_blackbox_requestMaySynchronouslyCallOnCompleteOrOnError",
            "untested_spec314_blackbox_cancelMayCauseThePublisherToShutdownIfNoOtherSubscriptionExists",
            "untested_spec315_blackbox_cancelMustNotThrowExceptionAndMustSignalOnError",
            "untested_spec316_blackbox_requestMustNotThrowExceptionAndMustOnErrorTheSubscriber");

    private static final Group NEEDS_A_PROBE = because(
            "runs in the whitebox class: the test makes the subscriber ask and cancel",
            "untested_spec208_blackbox_mustBePreparedToReceiveOnNextSignalsAfterHavingCalledSubscriptionCancel",
            "untested_spec308_blackbox_requestMustRegisterGivenNumberElementsToBeProduced");

    // --------------------------------------------------------------------------- what does not apply to Weir

    private static final Group ONE_SUBSCRIBER = because(
            "optional, by contract not so: serves one subscriber, and turns others away with an error",
            "optional_spec111_maySupportMultiSubscribe",
            "optional_spec111_registeredSubscribersMustReceiveOnNextOrOnCompleteSignals",
            "optional_spec111_multicast_mustProduceTheSameElementsInTheSameSequenceToAllOfItsSubscribers"
                    + "WhenRequestingOneByOne",
            "optional_spec111_multicast_mustProduceTheSameElementsInTheSameSequenceToAllOfItsSubscribers"
                    + "WhenRequestingManyUpfront",
            "optional_spec111_multicast_mustProduceTheSameElementsInTheSameSequenceToAllOfItsSubscribers"
                    + "WhenRequestingManyUpfrontAndCompleteAsExpected");

    private static final Group TWO_SUBSCRIBERS_OF_A_PROCESSOR = because(
            "needs two subscribers: a processor of Weir serves one",
            "required_spec104_mustCallOnErrorOnAllItsSubscribersIfItEncountersANonRecoverableError",
            "required_mustRequestFromUpstreamForElementsThatHaveBeenRequestedLongAgo");

    private static final String ON_ERROR = "optional_spec104_mustSignalOnErrorWhenFails";
    private static final String REJECTION =
            "required_spec109_mayRejectCallsToSubscribeIfPublisherIsUnableOrUnwillingToServeThem"
                    + "RejectionMustTriggerOnErrorAfterOnSubscribe";

    private static final Group CANNOT_FAIL = because("nothing can go wrong with numbers", ON_ERROR, REJECTION);

    private static final Group ONE_ITEM = because(
            "needs more than one item",
            "optional_spec111_multicast_mustProduceTheSameElementsInTheSameSequenceToAllOfItsSubscribers"
                    + "WhenRequestingManyUpfront",
            "optional_spec111_multicast_mustProduceTheSameElementsInTheSameSequenceToAllOfItsSubscribers"
                    + "WhenRequestingManyUpfrontAndCompleteAsExpected",
            "optional_spec111_multicast_mustProduceTheSameElementsInTheSameSequenceToAllOfItsSubscribers"
                    + "WhenRequestingOneByOne",
            "optional_spec309_requestNegativeNumberMaySignalIllegalArgumentExceptionWithSpecificMessage",
            "required_createPublisher3MustProduceAStreamOfExactly3Elements",
            "required_spec101_subscriptionRequestMustResultInTheCorrectNumberOfProducedElements",
            "required_spec102_maySignalLessThanRequestedAndTerminateSubscription",
            "required_spec105_mustSignalOnCompleteWhenFiniteStreamTerminates",
            "required_spec302_mustAllowSynchronousRequestCallsFromOnNextAndOnSubscribe",
            "required_spec303_mustNotAllowUnboundedRecursion",
            "required_spec306_afterSubscriptionIsCancelledRequestMustBeNops",
            "required_spec309_requestNegativeNumberMustSignalIllegalArgumentException",
            "required_spec309_requestZeroMustSignalIllegalArgumentException",
            "required_spec312_cancelMustMakeThePublisherToEventuallyStopSignaling",
            "required_spec313_cancelMustMakeThePublisherEventuallyDropAllReferencesToTheSubscriber",
            "required_spec317_mustNotSignalOnErrorWhenPendingAboveLongMaxValue",
            "required_spec317_mustSupportACumulativePendingElementCountUpToLongMaxValue",
            "required_spec317_mustSupportAPendingElementCountUpToLongMaxValue",
            "stochastic_spec103_mustSignalOnMethodsSequentially");

    private static final Group CANNOT_FAIL_UNASKED = because(
            "needs a publisher that fails before it is asked: a file is opened when its first line is asked for",
            ON_ERROR,
            REJECTION);

    private static final String TAKES_MOST = "required_spec317_mustNotSignalOnErrorWhenPendingAboveLongMaxValue";

    private static final Group NOT_SO_MANY_LINES =
            because("needs 2,147,483,647 items: a file of so many lines would take gigabytes", TAKES_MOST);

    private static final Group NOT_SO_MANY_ITEMS = because(
            "needs 2,147,483,647 items: a broken operator would not stop before it has sent them all", TAKES_MOST);

    // ------------------------------------------------------------------------------------------ class by class

    private static final List<Group> PUBLISHER = List.of(INSIDE_OF_PUBLISHER, HEAVY);

    private static final List<Group> PROCESSOR = List.of(
            INSIDE_OF_PUBLISHER,
            HEAVY,
            INSIDE_OF_SUBSCRIBER,
            RULES_OF_THE_OTHER_SIDE,
            ONE_SUBSCRIBER,
            TWO_SUBSCRIBERS_OF_A_PROCESSOR);

    private static final List<Group> WHITEBOX = List.of(INSIDE_OF_SUBSCRIBER, RULES_OF_THE_OTHER_SIDE);

    private static final List<Group> BLACKBOX =
            List.of(INSIDE_OF_BLACKBOX, RULES_OF_THE_OTHER_SIDE_OF_BLACKBOX, NEEDS_A_PROBE);

    private static final Map<Class<?>, List<Group>> TABLE = Map.ofEntries(
            Map.entry(BrokenOperators.Intact.class, List.of(INSIDE_OF_PUBLISHER, HEAVY, NOT_SO_MANY_ITEMS)),
            Map.entry(BufferOperatorDropNewestProcessorTckTest.class, PROCESSOR),
            Map.entry(BufferOperatorDropNewestTckTest.class, PUBLISHER),
            Map.entry(BufferOperatorDropOldestProcessorTckTest.class, PROCESSOR),
            Map.entry(BufferOperatorDropOldestTckTest.class, PUBLISHER),
            Map.entry(BufferOperatorProcessorTckTest.class, PROCESSOR),
            Map.entry(BufferOperatorTckTest.class, PUBLISHER),
            Map.entry(ConcatMapOperatorOptionsTckTest.class, PUBLISHER),
            Map.entry(ConcatMapOperatorProcessorTckTest.class, PROCESSOR),
            Map.entry(ConcatMapOperatorTckTest.class, PUBLISHER),
            Map.entry(DropOperatorProcessorTckTest.class, PROCESSOR),
            Map.entry(DropOperatorTckTest.class, PUBLISHER),
            Map.entry(FilterOperatorProcessorTckTest.class, PROCESSOR),
            Map.entry(FilterOperatorTckTest.class, PUBLISHER),
            Map.entry(IdentityOperatorFlowTckTest.class, PUBLISHER),
            Map.entry(LatestOperatorProcessorTckTest.class, PROCESSOR),
            Map.entry(LatestOperatorTckTest.class, PUBLISHER),
            Map.entry(MapOperatorProcessorTckTest.class, PROCESSOR),
            Map.entry(MapOperatorTckTest.class, PUBLISHER),
            Map.entry(MergeMapOperatorOneAtATimeTckTest.class, PUBLISHER),
            Map.entry(MergeMapOperatorOptionsTckTest.class, PUBLISHER),
            Map.entry(MergeMapOperatorProcessorTckTest.class, PROCESSOR),
            Map.entry(MergeMapOperatorTckTest.class, PUBLISHER),
            Map.entry(OperatorFlowTckTest.class, PUBLISHER),
            Map.entry(ReactorChainTckTest.class, PUBLISHER),
            Map.entry(ReactorPieceBetweenStagesTckTest.class, PUBLISHER),
            Map.entry(ReactorPieceTckTest.class, PUBLISHER),
            Map.entry(RxJavaChainTckTest.class, PUBLISHER),
            Map.entry(RxJavaPieceBetweenStagesTckTest.class, PUBLISHER),
            Map.entry(RxJavaPieceTckTest.class, PUBLISHER),
            Map.entry(SampleOperatorProcessorTckTest.class, PROCESSOR),
            Map.entry(SampleOperatorSamplerProcessorTckTest.class, PROCESSOR),
            Map.entry(SampleOperatorSamplerTckTest.class, PUBLISHER),
            Map.entry(SampleOperatorTckTest.class, PUBLISHER),
            Map.entry(SwitchMapOperatorOptionsTckTest.class, PUBLISHER),
            Map.entry(SwitchMapOperatorProcessorTckTest.class, PROCESSOR),
            Map.entry(SwitchMapOperatorTckTest.class, PUBLISHER),
            Map.entry(TakeOperatorProcessorTckTest.class, PROCESSOR),
            Map.entry(TakeOperatorTckTest.class, PUBLISHER),
            Map.entry(WeirForEachBatchBlackboxTckTest.class, BLACKBOX),
            Map.entry(WeirForEachBatchWhiteboxTckTest.class, WHITEBOX),
            Map.entry(WeirForEachBlackboxTckTest.class, BLACKBOX),
            Map.entry(WeirForEachWhiteboxTckTest.class, WHITEBOX),
            Map.entry(WeirFromFlowTckTest.class, PUBLISHER),
            Map.entry(WeirFromIterableTckTest.class, PUBLISHER),
            Map.entry(WeirFromTckTest.class, PUBLISHER),
            Map.entry(WeirLinesInputTckTest.class, List.of(INSIDE_OF_PUBLISHER, HEAVY, ONE_SUBSCRIBER)),
            Map.entry(
                    WeirLinesPathTckTest.class,
                    List.of(INSIDE_OF_PUBLISHER, HEAVY, CANNOT_FAIL_UNASKED, NOT_SO_MANY_LINES)),
            Map.entry(WeirJustTckTest.class, List.of(INSIDE_OF_PUBLISHER, HEAVY, CANNOT_FAIL, ONE_ITEM)),
            Map.entry(WeirRangeTckTest.class, List.of(INSIDE_OF_PUBLISHER, HEAVY, CANNOT_FAIL)),
            Map.entry(WeirToFlowTckTest.class, PUBLISHER),
            Map.entry(WeirToListBlackboxTckTest.class, BLACKBOX),
            Map.entry(WeirToListWhiteboxTckTest.class, WHITEBOX),
            Map.entry(WeirViaTckTest.class, PUBLISHER));

    private SkippedRules() {}

    static Set<Class<?>> classes() {
        return TABLE.keySet();
    }

    /** The reason for each rule that the class is to skip. */
    static Map<String, String> of(Class<?> tckClass) {
        Map<String, String> reasons = new TreeMap<>();
        TABLE.getOrDefault(tckClass, List.of())
                .forEach(group -> group.rules.forEach(rule -> reasons.put(rule, group.reason)));
        return reasons;
    }

    /** How what was skipped differs from the table, a rule a line. */
    static List<String> differences(Class<?> tckClass, Set<String> skipped) {
        Map<String, String> expected = of(tckClass);
        List<String> differences = new ArrayList<>();
        for (String rule : new TreeSet<>(skipped)) {
            if (!expected.containsKey(rule)) {
                differences.add("skipped, but not in the table: " + rule);
            }
        }
        expected.forEach((rule, reason) -> {
            if (!skipped.contains(rule)) {
                differences.add("not skipped, but in the table: " + rule + " (" + reason + ")");
            }
        });
        return differences;
    }

    private static Group because(String reason, String... rules) {
        return new Group(reason, List.of(rules));
    }
}
