package io.weir.stress.races;

import static io.weir.stress.Trait.SAMPLES;
import static io.weir.stress.Trait.TAKES_ALL;
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

/** An item from upstream meets what the subscriber does. */
public final class ItemEncounters {
    private ItemEncounters() {}

    /** The item must not be left waiting, and the demand must not be lost. */
    @JCStressTest
    @Outcome(
            id = ".*, 1 delivered; open",
            expect = ACCEPTABLE,
            desc = "The item found the demand, or the demand the item.")
    @Outcome(
            id = "(map below )?drop, 1 dropped NO_DEMAND; open",
            expect = ACCEPTABLE,
            desc = "The item came first, and nobody had asked for it.")
    @State
    public static class MeetsRequest extends Encounter {
        public static final Subjects WHO = Subjects.without(SAMPLES);

        public MeetsRequest() {
            super(Meeting.inOneThatMayReceive(WHO));
        }

        @Actor
        @Override
        public void first() {
            meeting.send(1);
        }

        @Actor
        @Override
        public void second() {
            meeting.request(1);
        }

        @Arbiter
        public void after(LL_Result result) {
            report(result);
        }
    }

    /** Both come, in their order. */
    @JCStressTest
    @Outcome(
            id = ".*, 1 delivered, 2 delivered; open",
            expect = ACCEPTABLE,
            desc = "Each item found the demand, or the demand the item.")
    @State
    public static class TwoMeetRequest extends Encounter {
        public static final Subjects WHO = Subjects.with(WAITS);

        public TwoMeetRequest() {
            super(Meeting.in(WHO, 0));
        }

        @Actor
        @Override
        public void first() {
            meeting.send(1);
            meeting.send(2);
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

    /** It must not pass the one that waits, nor come while that is being delivered. */
    @JCStressTest
    @Outcome(
            id = ".*, 1 delivered, 2 delivered; open",
            expect = ACCEPTABLE,
            desc = "Each item found the demand, or the demand the item.")
    @State
    public static class MeetsRequestWhileOneWaits extends Encounter {
        public static final Subjects WHO = Subjects.with(WAITS);

        public MeetsRequestWhileOneWaits() {
            super(Meeting.in(WHO, 0));
            meeting.send(1);
        }

        @Actor
        @Override
        public void first() {
            meeting.send(2);
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

    /** The item is delivered, or dropped as cancelled. */
    @JCStressTest
    @Outcome(id = ".*, 1 delivered; cancelled", expect = ACCEPTABLE, desc = "The item came first.")
    @Outcome(id = ".*, 1 dropped CANCELLED; cancelled", expect = ACCEPTABLE, desc = "The cancellation came first.")
    @Outcome(
            id = ".*, 1 unsent; cancelled",
            expect = ACCEPTABLE,
            desc = "The stream of the item was cancelled before it sent anything.")
    @State
    public static class MeetsCancel extends Encounter {
        public static final Subjects WHO = Subjects.without(SAMPLES);

        public MeetsCancel() {
            super(Meeting.in(WHO, 1));
        }

        @Actor
        @Override
        public void first() {
            meeting.send(1);
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

    /** The end does not overlap the item, and the item is not lost. */
    @JCStressTest
    @Outcome(id = ".*, 1 delivered; (refused|not refused yet)", expect = ACCEPTABLE, desc = "The item came first.")
    @Outcome(
            id = ".*, 1 dropped (NO_DEMAND|FAILED|CANCELLED|AFTER_TERMINATION); refused",
            expect = ACCEPTABLE,
            desc = "The request came first.")
    @Outcome(
            id = ".*, 1 unsent; refused",
            expect = ACCEPTABLE,
            desc = "The stream of the item was cancelled before it sent anything.")
    @State
    public static class MeetsRefusal extends Encounter {
        public static final Subjects WHO = Subjects.without(SAMPLES);

        public MeetsRefusal() {
            super(Meeting.in(WHO, 1));
        }

        @Actor
        @Override
        public void first() {
            meeting.send(1);
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

    /** The end does not overlap an item that is only just demanded. */
    @JCStressTest
    @Outcome(id = ".*, 1 delivered; (refused|not refused yet)", expect = ACCEPTABLE, desc = "The item came first.")
    @Outcome(
            id = ".*, 1 dropped (NO_DEMAND|FAILED|CANCELLED|AFTER_TERMINATION); refused",
            expect = ACCEPTABLE,
            desc = "The refused request came first.")
    @Outcome(
            id = ".*, 1 unsent; refused",
            expect = ACCEPTABLE,
            desc = "The stream of the item was cancelled before it sent anything.")
    @State
    public static class MeetsRefusalAsItIsDemanded extends Encounter {
        public static final Subjects WHO = Subjects.withButWithout(TAKES_ALL, SAMPLES);

        public MeetsRefusalAsItIsDemanded() {
            super(Meeting.in(WHO, 0));
        }

        @Actor
        @Override
        public void first() {
            meeting.request(1);
            meeting.send(1);
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

    /** The subscriber asks for more in its onError, which must not bring the demand back to life. */
    @JCStressTest
    @Outcome(
            id = ".*, 1 (delivered|dropped .*|unsent), 2 (dropped .*|unsent); refused",
            expect = ACCEPTABLE,
            desc = "The second item is not demanded.")
    @State
    public static class TwoMeetRefusal extends Encounter {
        public static final Subjects WHO = Subjects.withButWithout(TAKES_ALL, SAMPLES);

        public TwoMeetRefusal() {
            super(Meeting.in(WHO, 1).requestingAtTheEnd());
        }

        @Actor
        @Override
        public void first() {
            meeting.send(1);
            meeting.send(2);
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
