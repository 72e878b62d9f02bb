package io.weir.testkit.differential;

/** Both sides of a row after the same schedule. */
public record Pair(Schedule schedule, Bench theirs, Bench ours) {
    public boolean isEqual() {
        return theirs.trace().equals(ours.trace());
    }
}
