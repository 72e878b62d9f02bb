package io.weir.stress.races;

import static io.weir.stress.Trait.DELAYS_ERRORS;
import static io.weir.stress.Trait.FLATTENS;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import io.weir.stress.Encounter;
import io.weir.stress.Meeting;
import io.weir.stress.Subjects;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** The error of an inner stream meets what the subscriber does. */
public final class InnerErrorEncounters {
    private InnerErrorEncounters() {}

    /** The error is signalled, or reported as late. */
    @JCStressTest
    @Outcome(id = ".*, nothing; failed", expect = ACCEPTABLE, desc = "The error came first.")
    @Outcome(id = ".*, nothing; cancelled, late error", expect = ACCEPTABLE, desc = "The cancellation came first.")
    @State
    public static class ErrorMeetsCancel extends Encounter {
        public static final Subjects WHO = Subjects.with(FLATTENS);

        public ErrorMeetsCancel() {
            super(Meeting.ofStreams(WHO, 1));
            meeting.send(1);
        }

        @Actor
        @Override
        public void first() {
            meeting.failInner(1);
        }

        @Actor
        @Override
        public void second() {
            meeting.cancel();
        }

        @Arbiter
        public void after(LL_Result result) {
            report(result);
        }
    }

    /** The stream would have gone on, and the error can be signalled no more. */
    @JCStressTest
    @Outcome(id = ".*, nothing; cancelled, late error", expect = ACCEPTABLE, desc = "It is late in any case.")
    @State
    public static class DelayedErrorMeetsCancel extends Encounter {
        public static final Subjects WHO = Subjects.with(DELAYS_ERRORS);

        public DelayedErrorMeetsCancel() {
            super(Meeting.ofStreams(WHO, 1));
            meeting.send(1);
        }

        @Actor
        @Override
        public void first() {
            meeting.failInner(1);
        }

        @Actor
        @Override
        public void second() {
            meeting.cancel();
        }

        @Arbiter
        public void after(LL_Result result) {
            report(result);
        }
    }

    /** The refusal is signalled, and the error is reported beside it. */
    @JCStressTest
    @Outcome(id = ".*, nothing; refused, late error", expect = ACCEPTABLE, desc = "It is late in any case.")
    @State
    public static class DelayedErrorMeetsRefusal extends Encounter {
        public static final Subjects WHO = Subjects.with(DELAYS_ERRORS);

        public DelayedErrorMeetsRefusal() {
            super(Meeting.ofStreams(WHO, 0));
            meeting.send(1);
        }

        @Actor
        @Override
        public void first() {
            meeting.failInner(1);
        }

        @Actor
        @Override
        public void second() {
            meeting.refuse();
        }

        @Arbiter
        public void after(LL_Result result) {
            report(result);
        }
    }
}
