package io.weir.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.tck.RuleRecorder.Outcome;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.TestEngine;

/** Every TCK class skips the rules of the {@link SkippedRules table}, the same in every setting, and runs all others. */
class SkippedRulesTest {
    private static final int LEAST_RULES_RUN = 300;

    static List<Class<?>> tckClasses() {
        return TckRun.allClasses();
    }

    static List<TckRun> runs() {
        return TckRun.all();
    }

    @ParameterizedTest
    @MethodSource("runs")
    void skipsWhatTheTableSaysAndFailsNowhere(TckRun run) {
        assertThat(SkippedRules.differences(run.tckClass(), run.rules(Outcome.SKIPPED)))
                .isEmpty();
        assertThat(run.rules(Outcome.FAILED)).isEmpty();
    }

    @Test
    void theTableHasExactlyTheClassesThereAre() {
        List<Class<?>> classes = new ArrayList<>(tckClasses());
        classes.add(BrokenOperators.Intact.class);

        assertThat(SkippedRules.classes()).containsExactlyInAnyOrderElementsOf(classes);
    }

    @Test
    void noRuleIsOverriddenAndNoneIsMadeEasier() {
        Set<String> easier = Set.of(
                "skipStochasticTests",
                "boundedDepthOfOnNextAndRequestRecursion",
                "maxOnNextSignalsInTest",
                "doesCoordinatedEmission");
        for (Class<?> tckClass : tckClasses()) {
            for (Class<?> type = tckClass; isOurs(type); type = type.getSuperclass()) {
                assertThat(type.getDeclaredMethods())
                        .extracting(Method::getName)
                        .noneMatch(name -> easier.contains(name)
                                || name.matches("(required|optional|stochastic|untested|must|notVerified).*"));
            }
        }
    }

    private static boolean isOurs(Class<?> type) {
        return type.getPackage().equals(SkippedRulesTest.class.getPackage());
    }

    @Test
    void everySkippedRuleHasAReason() {
        for (Class<?> tckClass : SkippedRules.classes()) {
            assertThat(SkippedRules.of(tckClass).values()).noneMatch(String::isBlank);
        }
    }

    @Test
    void enoughRulesAreRunInEverySetting() {
        for (Setting setting : Setting.values()) {
            int passed = runs().stream()
                    .filter(run -> run.setting() == setting)
                    .mapToInt(run -> run.rules(Outcome.PASSED).size())
                    .sum();

            assertThat(passed).as("rules run in %s", setting).isGreaterThanOrEqualTo(LEAST_RULES_RUN);
        }
    }

    @Test
    void aRuleThatIsSkippedUnexpectedlyIsNamed() {
        Set<String> skipped =
                new TreeSet<>(SkippedRules.of(DropOperatorTckTest.class).keySet());
        skipped.add("optional_spec111_maySupportMultiSubscribe");

        assertThat(SkippedRules.differences(DropOperatorTckTest.class, skipped))
                .containsExactly("skipped, but not in the table: optional_spec111_maySupportMultiSubscribe");
    }

    @Test
    void aRuleThatRunsUnexpectedlyIsNamed() {
        Set<String> skipped =
                new TreeSet<>(SkippedRules.of(DropOperatorTckTest.class).keySet());
        skipped.remove("untested_spec304_requestShouldNotPerformHeavyComputations");

        assertThat(SkippedRules.differences(DropOperatorTckTest.class, skipped))
                .containsExactly("not skipped, but in the table: "
                        + "untested_spec304_requestShouldNotPerformHeavyComputations "
                        + "(the TCK has no test: there is no measure for a heavy computation)");
    }

    /** Without it the build would not report the rules one by one. */
    @Test
    void theEngineThatRunsTheTckIsThere() {
        assertThat(ServiceLoader.load(TestEngine.class))
                .extracting(TestEngine::getId)
                .contains("testng");
    }
}
