package io.weir.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.tck.RuleRecorder.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The TCK finds what is broken on purpose, run in the same way as on the operators, and nothing where nothing is. */
class BrokenOperatorsTest {
    @Test
    void passesTheIntactOperator() {
        assertThat(failedRules(BrokenOperators.Intact.class)).isEmpty();
        assertThat(new TckRun(BrokenOperators.Intact.class, Setting.PLAIN).rules(Outcome.SKIPPED))
                .isEqualTo(SkippedRules.of(BrokenOperators.Intact.class).keySet());
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void catchesTheOperatorThatEmitsOneTooManyWhereverItStands(Setting setting) {
        assertThat(new TckRun(BrokenOperators.EmitsOneTooMany.class, setting).rules(Outcome.FAILED))
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
        return new TckRun(verification, Setting.PLAIN).rules(Outcome.FAILED);
    }
}
