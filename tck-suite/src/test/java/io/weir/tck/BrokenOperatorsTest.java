package io.weir.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.tck.RuleRecorder.Outcome;
import org.junit.jupiter.api.Test;

/** The TCK finds what is broken on purpose, run in the same way as on the operators, and nothing where nothing is. */
class BrokenOperatorsTest {
    @Test
    void passesTheIntactOperator() {
        assertThat(failedRules(BrokenOperators.Intact.class)).isEmpty();
        assertThat(TckRun.rules(TckRun.outcomes(BrokenOperators.Intact.class), Outcome.SKIPPED))
                .isEqualTo(SkippedRules.of(BrokenOperators.Intact.class).keySet());
    }

    @Test
    void catchesTheOperatorThatEmitsOneTooMany() {
        assertThat(failedRules(BrokenOperators.EmitsOneTooMany.class))
                .containsExactly(
                        "required_spec101_subscriptionRequestMustResultInTheCorrectNumberOfProducedElements",
                        "required_spec312_cancelMustMakeThePublisherToEventuallyStopSignaling");
    }

    @Test
    void catchesTheOperatorThatSignalsAfterCancel() {
        assertThat(failedRules(BrokenOperators.SignalsAfterCancel.class))
                .containsExactly("required_spec306_afterSubscriptionIsCancelledRequestMustBeNops");
    }

    @Test
    void catchesTheOperatorThatLosesARequest() {
        assertThat(failedRules(BrokenOperators.LosesARequest.class))
                .containsExactly(
                        "required_createPublisher3MustProduceAStreamOfExactly3Elements",
                        "required_spec101_subscriptionRequestMustResultInTheCorrectNumberOfProducedElements",
                        "required_spec105_mustSignalOnCompleteWhenFiniteStreamTerminates",
                        "required_spec303_mustNotAllowUnboundedRecursion",
                        "stochastic_spec103_mustSignalOnMethodsSequentially");
    }

    private static Iterable<String> failedRules(Class<?> verification) {
        return TckRun.rules(TckRun.outcomes(verification), Outcome.FAILED);
    }
}
