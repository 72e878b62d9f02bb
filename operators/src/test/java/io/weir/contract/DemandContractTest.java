package io.weir.contract;

import static io.weir.contract.Subject.Trait.LETS_WAIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How every operator treats demand that is invalid (§3.9), or more than a {@code long} can hold. */
class DemandContractTest {
    private final RuntimeException boom = new RuntimeException("boom");

    // ------------------------------------------------------------------------------------ requests within items

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void whatIsRequestedFromWithinAnItemIsAskedOfUpstreamAsIfItCameAfterIt(Subject subject) {
        Run after = Run.requesting(subject, 1);
        after.send(1);
        after.subscriber.request(2);
        Run within = Run.of(subject);
        within.subscriber.onSubscribe(s -> s.request(1)).onNext(item -> within.subscriber.request(2));
        within.subscribe();
        within.send(1);
        assertThat(within.source.requested()).isEqualTo(after.source.requested());
        for (Run run : List.of(after, within)) {
            run.send(2, 3);
            assertThat(run.subscriber.items()).containsExactly(1, 2, 3);
        }
    }

    // ------------------------------------------------------------------------------- B2: invalid requests (§3.9)

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void aRequestThatIsNotPositiveEndsTheStreamAtOnceWhenNothingIsDemanded(Subject subject) {
        for (long n : new long[] {0, -1, Long.MIN_VALUE}) {
            Run run = Run.requesting(subject, 0);
            run.subscriber.request(n);
            assertRefused(run, n);
        }
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void aRequestThatIsNotPositiveEndsTheStreamAtOnceWhenAllDemandIsMet(Subject subject) {
        Run run = Run.requesting(subject, 1);
        run.send(1);
        run.subscriber.request(-5);
        assertRefused(run, -5);
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void aRequestThatIsNotPositiveEndsTheStreamAtOnceWhenItemsWait(Subject subject) {
        assumeThat(subject.is(LETS_WAIT)).isTrue();
        Run run = Run.requesting(subject, 0);
        run.send(1);
        run.subscriber.request(0);
        assertRefused(run, 0);
        assertThat(run.subscriber.items()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void aRequestThatIsNotPositiveEndsTheStreamWithTheNextSignalWhenDemandIsOutstanding(Subject subject) {
        Run run = Run.requesting(subject, Long.MAX_VALUE);
        run.send(1);
        run.subscriber.request(-1);
        run.send(2);
        assertRefused(run, -1);
        assertThat(run.subscriber.items()).containsExactly(1);
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void aRequestThatIsNotPositiveEndsTheStreamWithCompletionWhenDemandIsOutstanding(Subject subject) {
        Run run = Run.requesting(subject, Long.MAX_VALUE);
        run.subscriber.request(-1);
        run.source.complete();
        assertRefusedOnce(run, -1); // upstream has ended and must not be cancelled any more (§2.3)
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void aRequestThatIsNotPositiveFromWithinOnNextEndsTheStreamAfterIt(Subject subject) {
        Run run = Run.of(subject);
        run.subscriber.onSubscribe(s -> s.request(10)).onNext(item -> run.subscriber.request(-7));
        run.subscribe();
        run.send(1);
        assertThat(run.subscriber.isEnded()).isTrue();
        run.send(2);
        assertRefused(run, -7);
        assertThat(run.subscriber.items()).containsExactly(1);
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void aRequestThatIsNotPositiveInOnSubscribeEndsTheStream(Subject subject) {
        Run run = Run.of(subject);
        run.subscriber.onSubscribe(s -> s.request(0));
        run.subscribe();
        assertRefused(run, 0);
    }

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void anErrorFromUpstreamThatMeetsARefusedRequestIsLate(Subject subject) {
        Run run = Run.requesting(subject, 9);
        run.subscriber.request(-1);
        run.source.fail(boom);
        assertRefusedOnce(run, -1);
        assertThat(run.subscriber.lateErrors()).containsExactly(boom);
    }

    private static void assertRefused(Run run, long n) {
        assertThat(run.source.isCancelled()).as("upstream cancelled").isTrue();
        assertRefusedOnce(run, n);
    }

    private static void assertRefusedOnce(Run run, long n) {
        assertThat(run.subscriber.error())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("§3.9")
                .hasMessageContaining("request(" + n + ")");
        run.subscriber.request(-2);
        run.subscriber.request(2);
        run.send("late");
        run.source.complete();
        run.assertAccounted();
        assertThat(run.timer.pending()).isZero();
    }

    // --------------------------------------------------------------------------------------- B3: demand arithmetic

    @ParameterizedTest
    @MethodSource("io.weir.contract.Subjects#all")
    void demandThatOverflowsIsUnbounded(Subject subject) {
        Run run = Run.requesting(subject, Long.MAX_VALUE - 1);
        run.subscriber.request(Long.MAX_VALUE - 1);
        run.send(1, 2);
        run.subscriber.request(Long.MAX_VALUE);
        run.send(3);
        run.source.complete();
        assertThat(run.subscriber.items()).containsExactly(1, 2, 3);
        run.assertAccounted();
    }
}
