package io.weir.tck;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.Operators;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every static factory of {@link Operators} has a TCK class that {@link VerifiesFactory names} it, and every operator one
 * with its own name; they run in every setting.
 */
class FactoryCoverageTest {
    static List<TckRun> namedRuns() {
        return TckRun.all().stream()
                .filter(run -> run.tckClass().isAnnotationPresent(VerifiesFactory.class))
                .toList();
    }

    @Test
    void thereAreFactories() {
        assertThat(factories()).extracting(Method::getName).contains("buffer", "mergeMap", "take");
    }

    @Test
    void everyFactoryHasItsTckClassInEverySetting() {
        assertThat(missing(TckRun.all())).isEmpty();
    }

    /** Policies and options as well, which no factory is for. */
    @Test
    void everyTckClassOfAnOperatorRunsInEverySetting() {
        List<Class<?>> ofOperators = TckRun.allClasses().stream()
                .filter(type -> type.getSimpleName().matches("\\w+Operator(?!\\w*(Processor|Flow))\\w*TckTest"))
                .toList();

        assertThat(ofOperators)
                .contains(BufferOperatorDropOldestTckTest.class, MergeMapOperatorOneAtATimeTckTest.class);
        for (Class<?> type : ofOperators) {
            for (Setting setting : Setting.values()) {
                assertThat(TckRun.all()).contains(new TckRun(type, setting));
            }
        }
    }

    @Test
    void everyTckClassNamesAFactoryThatIsThere() {
        assertThat(factories())
                .extracting(FactoryCoverageTest::signature)
                .containsAll(
                        namedRuns().stream().map(FactoryCoverageTest::factory).toList());
    }

    @ParameterizedTest
    @MethodSource("namedRuns")
    void aRunTakenAwayIsMissed(TckRun taken) {
        List<TckRun> others = new ArrayList<>(TckRun.all());
        others.remove(taken);

        assertThat(missing(others)).contains(factory(taken) + ", " + taken.setting());
    }

    /** Which factories have no run of their own, and in which settings. */
    private static SortedSet<String> missing(List<TckRun> runs) {
        SortedSet<String> missing = new TreeSet<>();
        for (Setting setting : Setting.values()) {
            List<Class<?>> tckClasses = runs.stream()
                    .filter(run -> run.setting() == setting)
                    .<Class<?>>map(TckRun::tckClass)
                    .toList();
            factories().stream()
                    .filter(factory -> tckClasses.stream().noneMatch(type -> verifies(type, factory))
                            || tckClasses.stream().noneMatch(type -> isNamedAfter(type, factory)))
                    .forEach(factory -> missing.add(signature(factory) + ", " + setting));
        }
        return missing;
    }

    private static String factory(TckRun run) {
        return run.tckClass().getAnnotation(VerifiesFactory.class).value();
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
