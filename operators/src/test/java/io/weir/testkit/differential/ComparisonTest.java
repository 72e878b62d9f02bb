package io.weir.testkit.differential;

import static io.weir.Operators.buffer;
import static io.weir.Operators.latest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.weir.IdentityOperator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** The comparison can fail, and says what one needs to know then. Two of our operators stand for the two sides. */
class ComparisonTest {
    private static final int SCHEDULES = 1_000;
    private static final Row UNLIKE = row(buffer(2).dropOldest(), buffer(2).dropNewest());

    @Test
    void sidesThatAreAlikePass() {
        assertThat(compare(row(latest(), buffer(1).dropOldest()))).hasToString("latest(): 1000 alike, {}");
    }

    @Test
    void aDifferenceThatIsNotListedFailsAndIsShownAsSmallAsCanBe() {
        assertThatThrownBy(() -> compare(UNLIKE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(
                        "theirs: buffer(2).dropOldest()",
                        "ours:   buffer(2).dropNewest()",
                        "   0  the subscriber subscribes",
                        "the source offers 3",
                        "theirs saw [",
                        "ours saw   [",
                        "-Dweir.differential.row='buffer(2).dropOldest()' -Dweir.differential.seed=",
                        "-Dweir.differential.schedules=1");
        Schedule smallest = firstUnlike();
        assertThat(smallest.steps()).hasSizeGreaterThan(4);
        assertThat(catchThrowable(() -> compare(UNLIKE)).getMessage().lines().filter(line -> line.matches(" +\\d .*")))
                .as("four offers or three, a request, and the subscription")
                .hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void aSeedReplaysTheFailure() {
        Throwable first = catchThrowable(() -> compare(UNLIKE));
        long seed = firstUnlike().seed();

        assertThatThrownBy(() -> Comparison.of(new Plain(), UNLIKE, List.of(), seed, 1))
                .hasMessage(first.getMessage())
                .hasMessageContaining("seed " + seed);
        assertThat(Schedule.random(seed, Shape.PLAIN)).isEqualTo(Schedule.random(seed, Shape.PLAIN));
    }

    @Test
    void aDifferenceThatForetellsWronglyDoesNotExcuse() {
        Difference wrong = Difference.foretelling("wrong", "It foretells nothing new.", (pair, ours) -> ours);

        assertThatThrownBy(() -> compare(UNLIKE.differingIn(wrong)))
                .hasMessageContaining("A difference that is not listed.");
    }

    @Test
    void aDifferenceThatForetellsIsCounted() {
        Difference exact = Difference.foretelling(
                "exact", "It knows.", (pair, ours) -> pair.theirs().trace());

        assertThat(compare(UNLIKE.differingIn(exact)).toString()).matches(".* alike, \\{exact=[1-9]\\d*}");
    }

    @Test
    void aDifferenceThatNeverOccursFails() {
        Difference stale = Difference.foretelling("stale", "It was so once.", (pair, ours) -> ours);

        assertThatThrownBy(() ->
                        Comparison.of(new Plain(), row(latest(), latest()).differingIn(stale), List.of(), 1, 50_000))
                .hasMessageContaining("the difference \"stale\" never occurred");
    }

    @Test
    void oursMayNotBreakTheProtocolEvenIfTheirsDoesTheSame() {
        Row lawless = new Row(
                "lawless()", "lawless()", bench -> unasked(), "lawless()", bench -> unasked(), Shape.PLAIN, List.of());

        assertThatThrownBy(() -> compare(lawless))
                .hasMessageContaining("Ours broke the protocol: [onNext(1) without demand]");
    }

    private static Schedule firstUnlike() {
        long seed = 1;
        while (UNLIKE.run(new Plain(), Schedule.random(seed, Shape.PLAIN)).isEqual()) {
            seed++;
        }
        return Schedule.random(seed, Shape.PLAIN);
    }

    private static Comparison compare(Row row) {
        return Comparison.of(new Plain(), row, List.of(), 1, SCHEDULES);
    }

    private static Row row(IdentityOperator theirs, IdentityOperator ours) {
        return new Row(
                theirs.toString(),
                theirs.toString(),
                bench -> theirs.apply(bench.source()),
                ours.toString(),
                bench -> ours.apply(bench.source()),
                Shape.PLAIN,
                List.of());
    }

    /** Sends an item that nobody has asked for. */
    private static Publisher<Integer> unasked() {
        return subscriber -> {
            subscriber.onSubscribe(new Subscription() {
                @Override
                public void request(long n) {}

                @Override
                public void cancel() {}
            });
            subscriber.onNext(1);
        };
    }

    /** No library at all. */
    private static final class Plain implements Library {
        @Override
        public Subscriber<Integer> own(Subscriber<Integer> recorder) {
            return recorder;
        }

        @Override
        public boolean isOverflow(Throwable error) {
            return false;
        }

        @Override
        public List<Throwable> parts(Throwable error) {
            return List.of();
        }

        @Override
        public void passHalfPeriod() {
            throw new UnsupportedOperationException("no clock");
        }
    }
}
