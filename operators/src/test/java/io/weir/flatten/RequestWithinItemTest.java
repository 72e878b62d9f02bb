package io.weir.flatten;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.Operator;
import io.weir.Operators;
import io.weir.spi.StageState;
import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;

/** What is requested in the middle of the last item demanded goes to the inner stream at work, once, and to those after it. */
class RequestWithinItemTest {
    private final TestSource<TestSource<String>> source = new TestSource<>();
    private final TestSource<String> a = new TestSource<>();
    private final TestSource<String> b = new TestSource<>();
    private final TestSubscriber<String> subscriber = TestSubscriber.create();
    private long within;

    static List<Operator<TestSource<String>, String>> operators() {
        return List.of(
                Operators.concatMap(RequestWithinItemTest::itself), Operators.switchMap(RequestWithinItemTest::itself));
    }

    private static Publisher<String> itself(TestSource<String> inner) {
        return inner;
    }

    @BeforeEach
    void requestWithinTheFirstItem() {
        subscriber.onSubscribe(s -> s.request(1)).onNext(item -> {
            if (within > 0) {
                long n = within;
                within = 0;
                subscriber.request(n);
            }
        });
    }

    private StageState stage() {
        return (StageState) subscriber.subscription();
    }

    @ParameterizedTest
    @MethodSource("operators")
    void itIsAskedOfTheStreamAtWork(Operator<TestSource<String>, String> operator) {
        within = 3;
        operator.apply(source).subscribe(subscriber);
        source.send(a);
        a.send("a1");
        assertThat(a.requested()).isEqualTo(4);
        assertThat(stage().demand()).isEqualTo(3);
        subscriber.request(2);
        assertThat(a.requested()).isEqualTo(6);
        a.send("a2", "a3");
        assertThat(stage().demand()).isEqualTo(3);
        a.complete();
        source.send(b);
        assertThat(b.requested()).isEqualTo(3);
        b.send("b1", "b2", "b3");
        assertThat(stage().demand()).isZero();
        assertThat(subscriber.breaches()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("operators")
    void demandOfWhichSoMuchIsInNoTotalThatTheSumDoesNotFitIsUnbounded(Operator<TestSource<String>, String> operator) {
        within = Long.MAX_VALUE - 5;
        operator.apply(source).subscribe(subscriber);
        source.send(a);
        a.send("a1");
        subscriber.request(100);
        assertThat(stage().demand()).isEqualTo(Long.MAX_VALUE);
        a.complete();
        source.send(b);
        assertThat(b.requested()).isEqualTo(Long.MAX_VALUE);
        b.send("b1");
        assertThat(subscriber.items()).containsExactly("a1", "b1");
        assertThat(subscriber.breaches()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("operators")
    void theDemandIsSeenInTheMiddleOfTheItemToo(Operator<TestSource<String>, String> operator) {
        operator.apply(source).subscribe(subscriber);
        subscriber.onNext(item -> {
            assertThat(stage().demand()).isEqualTo(1); // the item itself
            subscriber.request(2);
            assertThat(stage().demand()).isEqualTo(3);
        });
        source.send(a);
        a.send("a1");
        assertThat(stage().demand()).isEqualTo(2);
        assertThat(subscriber.items()).containsExactly("a1");
    }
}
