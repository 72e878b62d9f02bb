package io.weir.stress;

import static io.weir.stress.Exploration.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The encounters, in the orders in which the steps of two threads can follow one another. */
@EnabledForJreRange(max = JRE.JAVA_21, disabledReason = "Lincheck 3.7 fails in its own reports on newer ones")
class ExplorationTest {
    @ParameterizedTest
    @MethodSource("io.weir.stress.Encounters#all")
    void inWhateverOrderTheStepsAreTakenNothingComesOfItButWhatMay(Encounters encounter) {
        List<String> wrong = Exploration.wrongOutcomes(encounter, ORDERS);
        if (!wrong.isEmpty()) {
            Exploration.show(encounter, ORDERS, wrong.get(0));
        }
        assertThat(wrong).isEmpty();
    }
}
