package io.weir.stress;

import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Two threads that meet in an operator: jcstress runs them at full speed, and the exploration runs them in every order.
 *
 * <p>A class that extends it says in which operators the two can meet, as {@code WHO}, what each of them does, and as its
 * outcomes all that may come of it.
 */
public abstract class Encounter {
    protected final Meeting meeting;

    protected Encounter(Meeting meeting) {
        this.meeting = meeting;
    }

    /** What the one thread does. */
    public abstract void first();

    /** What the other does meanwhile. */
    public abstract void second();

    /** Tells in which operator they met, and what came of it. For one thread, after both. */
    public final void report(LL_Result result) {
        result.r1 = meeting.subject().toString();
        result.r2 = meeting.outcome();
    }
}
