package io.weir.examples.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The page in the documents shows what the lessons print. With {@code -Dweir.lessons.write=true} it is written anew. */
@Timeout(60)
class LessonsPageTest {
    private static final Path PAGE = Path.of("../docs/lessons.md");
    private static final String SOURCES = "../examples/src/main/java/io/weir/examples/lessons/";
    private static final String FIRST_LESSON = "\n## 1. ";
    private static final int COLUMNS = 90;

    @Test
    void thePageShowsWhatEachLessonPrints() throws Exception {
        String page = Files.readString(PAGE);
        String introduction = (page + FIRST_LESSON).split(FIRST_LESSON, 2)[0].stripTrailing() + "\n";
        StringBuilder text = new StringBuilder(introduction);
        for (int number = 1; number <= Course.lessons().size(); number++) {
            text.append(section(number));
        }
        if (Boolean.getBoolean("weir.lessons.write")) {
            Files.writeString(PAGE, text);
            page = text.toString();
        }

        assertThat(foreseeable(page))
                .as("docs/lessons.md; -Dweir.lessons.write=true writes it anew")
                .isEqualTo(foreseeable(text.toString()));
    }

    @Test
    void theReadmeShowsAPartOfIt() throws Exception {
        List<String> drawn = Files.readAllLines(Path.of("../README.md")).stream()
                .filter(line -> line.contains("│"))
                .toList();

        assertThat(drawn).isNotEmpty();
        assertThat(Files.readAllLines(PAGE)).containsSequence(drawn.subList(1, drawn.size()));
    }

    private static String section(int number) throws Exception {
        Sheet sheet = Sheet.of(number, Course.lesson(number));
        Lesson lesson = sheet.lesson();
        String name = lesson.getClass().getSimpleName();
        return String.join(
                "\n",
                "",
                "## " + number + ". " + lesson.title(),
                "",
                lesson.idea(),
                "",
                "```",
                (sheet.drawing(COLUMNS) + "\n" + sheet.said()).strip().lines().reduce("", (a, b) -> a + b + "\n")
                        + "```",
                "",
                "**What to look at.** " + lesson.look(),
                "",
                "**A question.** " + lesson.question(),
                "",
                "**Something to change** in [" + name + "](" + SOURCES + name + ".java): " + lesson.change(),
                "");
    }

    private static List<String> foreseeable(String page) {
        return CourseTest.foreseeable(page);
    }
}
