package io.weir.stress.races;

import static io.weir.stress.Trait.WAITS;
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

/** The end of upstream meets what the subscriber does. */
public final class EndEncounters {
    private EndEncounters() {}

    /** Nothing comes after the cancellation has been seen. */
    @JCStressTest
    @Outcome(id = ".*, nothing; completed", expect = ACCEPTABLE, desc = "The completion came first.")
    @Outcome(id = ".*, nothing; cancelled", expect = ACCEPTABLE, desc = "The cancellation came first.")
    @State
    public static class CompletionMeetsCancel extends Encounter {
        public static final Subjects WHO = Subjects.any();

        public CompletionMeetsCancel() {
            super(Meeting.in(WHO, 1));
        }

        @Actor
        @Override
        public void first() {
            meeting.complete();
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

    /** What waits is delivered, then the stream completes. */
    @JCStressTest
    @Outcome(
            id = ".*, 1 delivered, 2 delivered; completed",
            expect = ACCEPTABLE,
            desc = "The items come before the completion.")
    @State
    public static class CompletionMeetsRequest extends Encounter {
        public static final Subjects WHO = Subjects.with(WAITS);

        public CompletionMeetsRequest() {
            super(Meeting.in(WHO, 0));
            meeting.send(1);
            meeting.send(2);
        }

        @Actor
        @Override
        public void first() {
            meeting.complete();
        }

        @Actor
        @Override
        public void second() {
            meeting.request(2);
        }

        @Arbiter
        public void after(LL_Result result) {
            report(result);
        }
    }

    /** One of the two ends the stream. */
    @JCStressTest
    @Outcome(id = ".*, nothing; completed", expect = ACCEPTABLE, desc = "The completion came first.")
    @Outcome(id = ".*, nothing; refused", expect = ACCEPTABLE, desc = "The request came first.")
    @State
    public static class CompletionMeetsRefusal extends Encounter {
        public static final Subjects WHO = Subjects.any();

        public CompletionMeetsRefusal() {
            super(Meeting.in(WHO, 1));
        }

        @Actor
        @Override
        public void first() {
            meeting.complete();
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

    /** The error is signalled, or reported as late. */
    @JCStressTest
    @Outcome(id = ".*, nothing; failed", expect = ACCEPTABLE, desc = "The error came first.")
    @Outcome(id = ".*, nothing; cancelled, late error", expect = ACCEPTABLE, desc = "The cancellation came first.")
    @State
    public static class ErrorMeetsCancel extends Encounter {
        public static final Subjects WHO = Subjects.any();

        public ErrorMeetsCancel() {
            super(Meeting.in(WHO, 1));
        }

        @Actor
        @Override
        public void first() {
            meeting.fail();
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

    /** What waits is delivered, then the stream fails. */
    @JCStressTest
    @Outcome(
            id = ".*, 1 delivered, 2 delivered; failed",
            expect = ACCEPTABLE,
            desc = "The items come before the error.")
    @State
    public static class ErrorMeetsRequest extends Encounter {
        public static final Subjects WHO = Subjects.with(WAITS);

        public ErrorMeetsRequest() {
            super(Meeting.in(WHO, 0));
            meeting.send(1);
            meeting.send(2);
        }

        @Actor
        @Override
        public void first() {
            meeting.fail();
        }

        @Actor
        @Override
        public void second() {
            meeting.request(2);
        }

        @Arbiter
        public void after(LL_Result result) {
            report(result);
        }
    }

    /** One of the two ends the stream, and an error is not lost. */
    @JCStressTest
    @Outcome(id = ".*, nothing; failed", expect = ACCEPTABLE, desc = "The error came first.")
    @Outcome(id = ".*, nothing; refused, late error", expect = ACCEPTABLE, desc = "The request came first.")
    @State
    public static class ErrorMeetsRefusal extends Encounter {
        public static final Subjects WHO = Subjects.any();

        public ErrorMeetsRefusal() {
            super(Meeting.in(WHO, 1));
        }

        @Actor
        @Override
        public void first() {
            meeting.fail();
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
