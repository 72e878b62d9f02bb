package io.weir;

import static io.weir.Operators.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.testkit.Drops;
import io.weir.testkit.TestSource;
import io.weir.testkit.TestSubscriber;
import io.weir.testkit.VirtualTimer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MapOperatorTest {
    private final TestSource<Integer> source = new TestSource<>();
    private final TestSubscriber.WithContext<String> subscriber = TestSubscriber.withContext(new VirtualTimer());

    @Test
    void eachItemIsMapped() {
        map((Integer n) -> "n" + n).apply(source).subscribe(subscriber);
        subscriber.request(2);
        assertThat(source.requested()).isEqualTo(2);
        source.send(1, 2);
        assertThat(subscriber.items()).containsExactly("n1", "n2");
    }

    @Test
    void aMapperThatThrowsCancelsUpstreamAndDropsTheItemAsFailed() {
        IllegalStateException error = new IllegalStateException("mapper");
        map((Integer n) -> {
                    if (n == 2) {
                        throw error;
                    }
                    return "n" + n;
                })
                .apply(source)
                .subscribe(subscriber);
        subscriber.request(5);
        source.send(1, 2);
        assertThat(source.isCancelled()).isTrue();
        assertThat(subscriber.error()).isSameAs(error);
        assertThat(subscriber.drops().all()).containsExactly(Drops.drop(2, DropReason.FAILED));
    }

    @Test
    void aNullResultIsNamed() {
        map((Integer n) -> (String) null).apply(source).subscribe(subscriber);
        subscriber.request(1);
        source.send(1);
        assertThat(subscriber.error()).isInstanceOf(NullPointerException.class).hasMessageContaining("map");
    }

    static Stream<Error> errorsOfTheMachine() {
        return Stream.of(new StackOverflowError(), new NoClassDefFoundError("x"));
    }

    @ParameterizedTest
    @MethodSource("errorsOfTheMachine")
    void anErrorOfTheMachineIsRethrownAndCancelsUpstream(Error fatal) {
        map((Integer n) -> {
                    if (n == 2) {
                        throw fatal;
                    }
                    return "n" + n;
                })
                .apply(source)
                .subscribe(subscriber);
        subscriber.request(5);
        source.send(1);
        assertThatThrownBy(() -> source.send(2)).isSameAs(fatal);
        assertThat(source.isCancelled()).isTrue();
        source.send(3);
        assertThat(subscriber.items()).containsExactly("n1");
        assertThat(subscriber.isEnded()).isFalse();
        assertThat(subscriber.drops().all())
                .containsExactly(Drops.drop(2, DropReason.FAILED), Drops.drop(3, DropReason.CANCELLED));
    }

    @Test
    void theMapperDoesNotSeeItemsWithoutDemand() {
        map((Integer n) -> {
                    throw new AssertionError("not demanded");
                })
                .apply(source)
                .subscribe(TestSubscriber.create());
        source.send(1);
    }

    @Test
    void theMapperMustNotBeNull() {
        assertThatThrownBy(() -> map(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("mapper");
    }

    @Test
    void aResultThatCannotBeEmittedAnyMoreIsWhatIsDropped() {
        map((Integer n) -> {
                    subscriber.cancel();
                    return "n" + n;
                })
                .apply(source)
                .subscribe(subscriber);
        subscriber.request(1);
        source.send(1);
        assertThat(subscriber.drops().all()).containsExactly(Drops.drop("n1", DropReason.CANCELLED));
    }
}
