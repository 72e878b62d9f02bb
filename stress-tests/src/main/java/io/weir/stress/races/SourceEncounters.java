package io.weir.stress.races;

import static io.weir.stress.Trait.HAS_SOURCES;
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

/** A stage that takes items out of a source meets the subscriber. */
public final class SourceEncounters {
    private SourceEncounters() {}

    /** The demand is found by the stage, or by the subscription to the rest. */
    @JCStressTest
    @Outcome(id = ".*, 1 delivered, 11 delivered; open", expect = ACCEPTABLE, desc = "It was found.")
    @State
    public static class ItemsMeetRequest extends Encounter {
        public static final Subjects WHO = Subjects.with(HAS_SOURCES);

        public ItemsMeetRequest() {
            super(Meeting.in(WHO, 1).withTwoItemsInFirstSource());
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

    /** What was taken out is delivered, or dropped as cancelled. */
    @JCStressTest
    @Outcome(id = ".*, 1 delivered, 11 delivered; cancelled", expect = ACCEPTABLE, desc = "The items came first.")
    @Outcome(
            id = ".*, 1 delivered, 11 dropped CANCELLED; cancelled",
            expect = ACCEPTABLE,
            desc = "The cancellation came between, when the second was taken out.")
    @Outcome(id = ".*, 1 delivered; cancelled", expect = ACCEPTABLE, desc = "The cancellation came between.")
    @Outcome(
            id = ".*, 1 dropped CANCELLED(, 11 dropped CANCELLED)?; cancelled",
            expect = ACCEPTABLE,
            desc = "The cancellation came when the first was taken out.")
    @Outcome(id = ".*, 1 unsent; cancelled", expect = ACCEPTABLE, desc = "The cancellation came before that.")
    @State
    public static class ItemsMeetCancel extends Encounter {
        public static final Subjects WHO = Subjects.with(HAS_SOURCES);

        public ItemsMeetCancel() {
            super(Meeting.in(WHO, 2).withTwoItemsInFirstSource());
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

    /** The end does not overlap an item. */
    @JCStressTest
    @Outcome(
            id = ".*, 1 delivered, 11 delivered; (refused|not refused yet)",
            expect = ACCEPTABLE,
            desc = "The items came first.")
    @Outcome(
            id = ".*, 1 delivered(, 11 dropped \\w+)?; refused",
            expect = ACCEPTABLE,
            desc = "The request came between.")
    @Outcome(
            id = ".*, 1 dropped \\w+(, 11 dropped \\w+)?; refused",
            expect = ACCEPTABLE,
            desc = "The request came first, when the item was taken out or before.")
    @Outcome(id = ".*, 1 unsent; refused", expect = ACCEPTABLE, desc = "The request came before that.")
    @State
    public static class ItemsMeetRefusal extends Encounter {
        public static final Subjects WHO = Subjects.with(HAS_SOURCES);

        public ItemsMeetRefusal() {
            super(Meeting.in(WHO, 2).withTwoItemsInFirstSource());
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
}
