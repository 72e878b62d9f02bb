package io.weir.examples.lessons;

import io.weir.timeline.Timeline;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A lesson that was run: what it says, and what it recorded. */
final class Sheet {
    private static final String SOURCES = "examples/src/main/java/io/weir/examples/lessons/";

    private final int number;
    private final Lesson lesson;
    private final Board board;
    private final Timeline timeline;

    private Sheet(int number, Lesson lesson, Board board) {
        this.number = number;
        this.lesson = lesson;
        this.board = board;
        timeline = board.timeline().titled(title());
    }

    /** Runs a lesson. */
    static Sheet of(int number, Lesson lesson) throws Exception {
        Board board = new Board();
        lesson.run(board);
        return new Sheet(number, lesson, board);
    }

    /** The lessons that there are. */
    static String list() {
        StringBuilder text = new StringBuilder("Usage: ./lesson NUMBER [--out PATH]\n\n");
        int number = 0;
        for (Lesson lesson : Course.lessons()) {
            number++;
            text.append("  ").append(number).append("  ").append(lesson.title()).append('\n');
        }
        return text.append("\nEach runs a short program with real operators, draws what was asked for and what came,\n")
                .append("and writes the same as a page. docs/lessons.md shows them all.\n")
                .toString();
    }

    Timeline timeline() {
        return timeline;
    }

    Lesson lesson() {
        return lesson;
    }

    /** The drawing alone. */
    String drawing(int columns) {
        return lesson.drawing(timeline.titled("What happened"), columns);
    }

    /** What the program itself had to say, a line for each finding. */
    String said() {
        return board.said();
    }

    String text(int columns) {
        return Stream.of(
                        title() + "\n",
                        wrapped(lesson.idea(), columns),
                        drawing(columns),
                        said(),
                        "What to look at\n" + wrapped(lesson.look(), columns),
                        "A question\n" + wrapped(lesson.question(), columns),
                        "Something to change\n" + wrapped(lesson.change(), columns) + source() + "\n")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String title() {
        return "Lesson " + number + ": " + lesson.title();
    }

    private String source() {
        return SOURCES + lesson.getClass().getSimpleName() + ".java";
    }

    /** Paragraphs, which an empty line separates, in lines of so many columns. */
    private static String wrapped(String text, int columns) {
        StringBuilder lines = new StringBuilder();
        for (String paragraph : text.split("\n\n", -1)) {
            int column = 0;
            for (String word : paragraph.strip().split("\\s+", -1)) {
                boolean fits = column > 0 && column + 1 + word.length() <= columns;
                lines.append(column == 0 ? "" : fits ? " " : "\n").append(word);
                column = (fits ? column + 1 : 0) + word.length();
            }
            lines.append('\n');
        }
        return lines.toString();
    }
}
