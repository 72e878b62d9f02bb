package io.weir.stress.races;

import static io.weir.stress.Trait.MERGES;
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

/** Two inner streams meet. */
public final class SiblingEncounters {
    private SiblingEncounters() {}

    /** Both come, one after the other. */
    @JCStressTest
    @Outcome(id = ".*, 11 delivered, 21 delivered; open", expect = ACCEPTABLE, desc = "Both were demanded.")
    @State
    public static class ItemsMeet extends Encounter {
        public static final Subjects WHO = Subjects.with(MERGES);

        public ItemsMeet() {
            super(Meeting.ofStreams(WHO, 2));
            meeting.send(1);
            meeting.send(2);
        }

        @Actor
        @Override
        public void first() {
            meeting.sendInner(11);
        }

        @Actor
        @Override
        public void second() {
            meeting.sendInner(21);
        }

        @Arbiter
        public void after(LL_Result result) {
            report(result);
        }
    }

    /** One of them comes, the other waits. */
    @JCStressTest
    @Outcome(id = ".*, 11 delivered, 21 waiting; open", expect = ACCEPTABLE, desc = "The first stream was first.")
    @Outcome(id = ".*, 11 waiting, 21 delivered; open", expect = ACCEPTABLE, desc = "The second stream was first.")
    @State
    public static class ItemsMeetForOneDemand extends Encounter {
        public static final Subjects WHO = Subjects.with(MERGES);

        public ItemsMeetForOneDemand() {
            super(Meeting.ofStreams(WHO, 1));
            meeting.send(1);
            meeting.send(2);
        }

        @Actor
        @Override
        public void first() {
            meeting.sendInner(11);
        }

        @Actor
        @Override
        public void second() {
            meeting.sendInner(21);
        }

        @Arbiter
        public void after(LL_Result result) {
            report(result);
        }
    }

    /** What was accepted is delivered, then the stream fails. */
    @JCStressTest
    @Outcome(id = ".*, 21 delivered; failed", expect = ACCEPTABLE, desc = "The item came first.")
    @Outcome(id = ".*, 21 dropped .*; failed", expect = ACCEPTABLE, desc = "The error came first.")
    @State
    public static class ErrorMeetsItem extends Encounter {
        public static final Subjects WHO = Subjects.with(MERGES);

        public ErrorMeetsItem() {
            super(Meeting.ofStreams(WHO, 2));
            meeting.send(1);
            meeting.send(2);
        }

        @Actor
        @Override
        public void first() {
            meeting.failInner(1);
        }

        @Actor
        @Override
        public void second() {
            meeting.sendInner(21);
        }

        @Arbiter
        public void after(LL_Result result) {
            report(result);
        }
    }

    /** The stream stays open for upstream. */
    @JCStressTest
    @Outcome(id = ".*, nothing; open", expect = ACCEPTABLE, desc = "Upstream has not ended.")
    @State
    public static class CompletionsMeet extends Encounter {
        public static final Subjects WHO = Subjects.with(MERGES);

        public CompletionsMeet() {
            super(Meeting.ofStreams(WHO, 1));
            meeting.send(1);
            meeting.send(2);
        }

        @Actor
        @Override
        public void first() {
            meeting.completeInner(1);
        }

        @Actor
        @Override
        public void second() {
            meeting.completeInner(2);
        }

        @Arbiter
        public void after(LL_Result result) {
            report(result);
        }
    }
}
