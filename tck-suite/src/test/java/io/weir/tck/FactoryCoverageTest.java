package io.weir.tck;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.Operators;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every static factory of {@link Operators} has a TCK class that {@link VerifiesFactory names} it, and every operator one
 * with its own name.
 */
class FactoryCoverageTest {
    static List<Class<?>> namedClasses() {
        return TckRun.allClasses().stream()
                .filter(type -> type.isAnnotationPresent(VerifiesFactory.class))
                .toList();
    }

    @Test
    void thereAreFactories() {
        assertThat(factories()).extracting(Method::getName).contains("buffer", "mergeMap", "take");
    }

    @Test
    void everyFactoryHasItsTckClass() {
        assertThat(missing(TckRun.allClasses())).isEmpty();
    }

    @Test
    void everyTckClassNamesAFactoryThatIsThere() {
        assertThat(factories())
                .extracting(FactoryCoverageTest::signature)
                .containsAll(namedClasses().stream()
                        .map(type -> type.getAnnotation(VerifiesFactory.class).value())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("namedClasses")
    void aTckClassTakenAwayIsMissed(Class<?> taken) {
        List<Class<?>> others = new ArrayList<>(TckRun.allClasses());
        others.remove(taken);

        assertThat(missing(others))
                .contains(taken.getAnnotation(VerifiesFactory.class).value());
    }

    private static SortedSet<String> missing(Collection<Class<?>> tckClasses) {
        return factories().stream()
                .filter(factory -> tckClasses.stream().noneMatch(type -> verifies(type, factory))
                        || tckClasses.stream().noneMatch(type -> isNamedAfter(type, factory)))
                .map(FactoryCoverageTest::signature)
                .collect(toCollection(TreeSet::new));
    }

    private static List<Method> factories() {
        return Arrays.stream(Operators.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && Modifier.isStatic(method.getModifiers()))
                .toList();
    }

    private static boolean verifies(Class<?> tckClass, Method factory) {
        VerifiesFactory named = tckClass.getAnnotation(VerifiesFactory.class);
        return named != null && named.value().equals(signature(factory));
    }

    private static boolean isNamedAfter(Class<?> tckClass, Method factory) {
        String name = factory.getName();
        return tckClass.getSimpleName()
                .equals(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "OperatorTckTest");
    }

    private static String signature(Method factory) {
        return Arrays.stream(factory.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(joining(", ", factory.getName() + "(", ")"));
    }
}
