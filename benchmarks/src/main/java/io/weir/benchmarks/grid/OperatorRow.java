package io.weir.benchmarks.grid;

/**
 * A row of a grid: an operator, and for those that flatten, what the inner streams are.
 *
 * @param work the operator
 * @param innerSize how many items an inner stream has; 1 if there are none
 * @param just whether the inner streams are made by {@code just}
 */
record OperatorRow(Work work, int innerSize, boolean just) {
    /** The row that is written like "drop", "concatMap of 10" or "concatMap of just". */
    static OperatorRow named(String text) {
        String[] words = text.split(" of ", 2);
        Work work = Work.named(words[0]);
        boolean just = work.flattens() && words[1].equals("just");
        return new OperatorRow(work, work.flattens() && !just ? Integer.parseInt(words[1]) : 1, just);
    }

    /** How many items the outer stream must have. */
    int outer(int items) {
        return items / innerSize;
    }
}
