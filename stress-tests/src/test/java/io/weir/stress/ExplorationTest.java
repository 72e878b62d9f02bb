package io.weir.stress;

import org.jetbrains.lincheck.Lincheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The encounters, in the orders in which the steps of two threads can follow one another. */
class ExplorationTest {
    private static final int ORDERS = Integer.getInteger("weir.stress.orders", 100);

    @AfterEach
    void chooseAny() {
        Subjects.choose(null);
    }

    @ParameterizedTest
    @MethodSource("io.weir.stress.Encounters#all")
    void inWhateverOrderTheStepsAreTakenNothingComesOfItButWhatMay(Encounters encounter) {
        Subjects.choose(encounter.subject());
        Lincheck.runConcurrentTest(ORDERS, encounter.meetingBy(Encounters::onTwoThreads));
    }
}
