package io.weir.spi;

import static io.weir.Operators.buffer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.DropReason;
import io.weir.Weir;
import io.weir.testkit.TestSubscriber;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProbeTest {
    private static final Map<Class<?>, Object> VALUES = Map.of(
            long.class,
            7L,
            Object.class,
            "item",
            DropReason.class,
            DropReason.NO_DEMAND,
            Throwable.class,
            new IllegalStateException("broken"));

    private final List<String> heard = new ArrayList<>();

    private static List<Method> events() {
        return Arrays.stream(Probe.class.getMethods())
                .filter(method -> method.isDefault() && method.getReturnType() == void.class)
                .sorted(Comparator.comparing(Method::getName)) // each JVM has an order of its own
                .toList();
    }

    @ParameterizedTest
    @MethodSource("events")
    void twoProbesAreBothToldEachEvent(Method event) throws ReflectiveOperationException {
        Probe both = telling("first").and(telling("second")).subscribed("stage");

        event.invoke(both, arguments(event));

        String told = event.getName() + Arrays.toString(arguments(event));
        assertThat(heard).containsExactly("first of stage " + told, "second of stage " + told);
    }

    @Test
    void theSecondIsToldEvenIfTheFirstThrows() {
        CountingProbe second = Probe.counting();
        Probe both = new Probe() {
            @Override
            public void received(Object item) {
                throw new IllegalStateException("the first does not want it");
            }
        }.and(second).subscribed("stage");

        assertThatThrownBy(() -> both.received(1)).hasMessage("the first does not want it");
        assertThat(second.snapshot().received()).isEqualTo(1);
    }

    @Test
    void nobodyIsNoSecondProbe() {
        assertThatThrownBy(() -> Probe.counting().and(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("other");
    }

    @Test
    void aStageIsWatchedByBoth() {
        CountingProbe first = Probe.counting();
        CountingProbe second = Probe.counting();

        Weir.range(1, 5).via(buffer(3).dropOldest().probe(first.and(second))).subscribe(TestSubscriber.requesting(1));

        assertThat(first.snapshot().dropped()).containsEntry(DropReason.BUFFER_FULL, 1L);
        assertThat(second.snapshot()).isEqualTo(first.snapshot());
    }

    /** A probe that notes what it is told, of whichever subscription. */
    private Probe telling(String name) {
        return (Probe) Proxy.newProxyInstance(
                Probe.class.getClassLoader(), new Class<?>[] {Probe.class}, (self, method, arguments) -> {
                    if (method.getName().equals("and")) {
                        return InvocationHandler.invokeDefault(self, method, arguments);
                    }
                    if (method.getName().equals("subscribed")) {
                        return telling(name + " of " + arguments[0]);
                    }
                    Object[] given = arguments == null ? new Object[0] : arguments;
                    heard.add(name + " " + method.getName() + Arrays.toString(given));
                    return null;
                });
    }

    private static Object[] arguments(Method event) {
        return Arrays.stream(event.getParameterTypes()).map(VALUES::get).toArray();
    }
}
