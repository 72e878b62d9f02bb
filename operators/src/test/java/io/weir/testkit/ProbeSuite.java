package io.weir.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What an operator of a library's own keeps, ours keep too, through the adapter. Each probe is also run without the adapter,
 * on the bare operator, where it must fail: so that no probe says yes to everything.
 *
 * @param <W> how an operator comes to stand in a stream of the library
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ProbeSuite<W> {
    /** One thing to keep. */
    public record Probe<W>(String what, Consumer<W> body) {
        @Override
        public String toString() {
            return what;
        }
    }

    private final W throughTheAdapter;
    private final W withoutIt;
    private final Class<? extends Throwable> loss;

    /**
     * @param loss what a probe throws that finds something lost
     */
    protected ProbeSuite(W throughTheAdapter, W withoutIt, Class<? extends Throwable> loss) {
        this.throughTheAdapter = throughTheAdapter;
        this.withoutIt = withoutIt;
        this.loss = loss;
    }

    protected abstract Stream<Probe<W>> probes();

    @ParameterizedTest
    @MethodSource("probes")
    final void isKeptByTheAdapter(Probe<W> probe) {
        probe.body.accept(throughTheAdapter);
    }

    @ParameterizedTest
    @MethodSource("probes")
    final void isLostWithoutIt(Probe<W> probe) {
        assertThatThrownBy(() -> probe.body.accept(withoutIt)).isInstanceOf(loss);
    }
}
