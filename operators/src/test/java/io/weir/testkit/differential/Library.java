package io.weir.testkit.differential;

import java.util.List;
import org.reactivestreams.Subscriber;

/** What must be known of another library. */
public interface Library {
    /**
     * The subscriber as one of the library's own, to which the library need not be strict.
     *
     * @param recorder writes down what it sees
     * @return passes everything on to it
     */
    Subscriber<Integer> own(Subscriber<Integer> recorder);

    /**
     * True when there was no demand for an item, or no room.
     *
     * @param error an error that the subscriber saw
     * @return whether it stands for an overflow
     */
    boolean isOverflow(Throwable error);

    /**
     * The errors of which this one consists.
     *
     * @param error an error that the subscriber saw
     * @return its parts; empty unless it is the library's way to report several
     */
    List<Throwable> parts(Throwable error);

    /** Lets half a period pass on the library's virtual clock. See {@link Bench#PERIOD}. */
    void passHalfPeriod();
}
