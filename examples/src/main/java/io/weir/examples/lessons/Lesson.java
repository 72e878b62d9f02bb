package io.weir.examples.lessons;

import io.weir.timeline.Timeline;

/** A short program that is recorded, and what to say about it. The classes that implement it are there to be changed. */
interface Lesson {
    /** What the lesson is about, on one line. */
    String title();

    /** The one idea of the lesson, told before the program runs. */
    String idea();

    /**
     * The program itself.
     *
     * @param board has the recorder, a clock that the program moves, sources and readers
     * @throws Exception if the program fails, which ends the lesson
     */
    void run(Board board) throws Exception;

    /** What the terminal shows of what was recorded. */
    default String drawing(Timeline timeline, int columns) {
        return timeline.toText(columns);
    }

    /** What to see in the drawing. */
    String look();

    /** What the reader may answer for themselves. */
    String question();

    /** What to change in the program to see something else. */
    String change();
}
