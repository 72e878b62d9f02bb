package io.weir.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.infra.runners.TestList;

/** The encounters, without any concurrency. */
class EncountersTest {
    @AfterEach
    void chooseAny() {
        Subjects.choose(null);
    }

    @ParameterizedTest
    @MethodSource("io.weir.stress.Encounters#all")
    void whateverComesFirstNothingComesOfItButWhatMay(Encounters encounter) {
        Subjects.choose(encounter.subject());
        assertThat(encounter.wrong(List.of(
                        encounter.meet(Encounters::firstThenSecond), encounter.meet(Encounters::secondThenFirst))))
                .isEmpty();
    }

    @Test
    void everyEncounterIsKnownToJcstressAndEveryOutcomeIsDescribed() {
        List<String> names =
                Encounters.types().stream().map(Class::getCanonicalName).toList();
        assertThat(TestList.tests()).containsExactlyInAnyOrderElementsOf(names);
        assertThat(Encounters.types())
                .allSatisfy(type -> assertThat(type.getAnnotationsByType(Outcome.class))
                        .isNotEmpty()
                        .allSatisfy(outcome -> assertThat(outcome.desc()).isNotBlank()));
    }

    @Test
    void everyOperatorTakesPart() {
        assertThat(Factories.names())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(Subject.ALL)
                        .anySatisfy(subject -> assertThat(subject.toString()).startsWith(name)));
    }
}
