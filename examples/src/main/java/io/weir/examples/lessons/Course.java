package io.weir.examples.lessons;

import java.util.List;

/** All lessons, in the order in which they are numbered from 1. */
final class Course {
    private Course() {}

    static List<Lesson> lessons() {
        return List.of(
                new Lesson1Requests(),
                new Lesson2Rules(),
                new Lesson3FourAnswers(),
                new Lesson4Consumers(),
                new Lesson5HiddenQueues(),
                new Lesson6SampleAndSwitch(),
                new Lesson7BoundedConcurrency(),
                new Lesson8Stalled());
    }

    /** The lesson of this number; an {@code IllegalArgumentException} when there is none. */
    static Lesson lesson(int number) {
        List<Lesson> lessons = lessons();
        if (number < 1 || number > lessons.size()) {
            throw new IllegalArgumentException(
                    "there is no lesson " + number + "; they are numbered from 1 to " + lessons.size());
        }
        return lessons.get(number - 1);
    }
}
