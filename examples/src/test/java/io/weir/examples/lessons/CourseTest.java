package io.weir.examples.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What all lessons have in common. */
@Timeout(120)
class CourseTest {
    private static final List<String> ON_A_WIRE = List.of("HttpClient", "reactor-netty", "RSocket");

    private static IntStream numbers() {
        return IntStream.rangeClosed(1, Course.lessons().size());
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void eachRunDrawsTheSame(int number) throws Exception {
        Sheet first = run(number);
        Sheet second = run(number);

        assertThat(foreseeable(second.drawing(90))).isEqualTo(foreseeable(first.drawing(90)));
        assertThat(second.said()).isEqualTo(first.said());
    }

    /** Nobody can say when threads on a wire get to it. */
    static List<String> foreseeable(String drawing) {
        return drawing.lines()
                .filter(line -> ON_A_WIRE.stream().noneMatch(line::startsWith))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 100})
    void everythingFitsIntoTheColumns(int columns) throws Exception {
        for (int number : numbers().toArray()) {
            assertThat(run(number).text(columns).lines())
                    .as("lesson %d", number)
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(columns));
        }
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void saysWhatToSeeToAskAndToChange(int number) throws Exception {
        Lesson lesson = Course.lesson(number);
        Path source = Path.of("src/main/java", lesson.getClass().getName().replace('.', '/') + ".java");

        assertThat(run(number).text(100))
                .startsWith("Lesson " + number + ": " + lesson.title() + "\n")
                .contains("\nWhat to look at\n", "\nA question\n", "\nSomething to change\n")
                .endsWith("\nexamples/" + source + "\n");
        assertThat(Files.readAllLines(source)).as("the program on one screen").hasSizeLessThan(140);
    }

    private static Sheet run(int number) throws Exception {
        return Sheet.of(number, Course.lesson(number));
    }
}
