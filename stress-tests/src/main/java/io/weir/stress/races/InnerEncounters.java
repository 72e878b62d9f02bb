package io.weir.stress.races;

import static io.weir.stress.Trait.FLATTENS;
import static io.weir.stress.Trait.MERGES;
import static io.weir.stress.Trait.PREFETCHES;
import static io.weir.stress.Trait.QUEUES;
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

/** An inner stream meets the subscriber. */
public final class InnerEncounters {
    private InnerEncounters() {}

    /** The demand goes to the stream once. */
    @JCStressTest
    @Outcome(id = ".*, 11 delivered; open", expect = ACCEPTABLE, desc = "It was demanded before.")
    @State
    public static class ItemMeetsRequest extends Encounter {
        public static final Subjects WHO = Subjects.with(FLATTENS);

        public ItemMeetsRequest() {
            super(Meeting.ofStreams(WHO, 1));
            meeting.send(1);
        }

        @Actor
        @Override
        public void first() {
            meeting.sendInner(11);
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

    /** The item waits for no longer than the demand. */
    @JCStressTest
    @Outcome(
            id = ".*, 11 delivered; open",
            expect = ACCEPTABLE,
            desc = "The item found the demand, or the demand the item.")
    @State
    public static class ItemMeetsFirstRequest extends Encounter {
        public static final Subjects WHO = Subjects.with(PREFETCHES);

        public ItemMeetsFirstRequest() {
            super(Meeting.ofStreams(WHO, 0));
            meeting.send(1);
        }

        @Actor
        @Override
        public void first() {
            meeting.sendInner(11);
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

    /** The item is delivered, or dropped as cancelled. */
    @JCStressTest
    @Outcome(id = ".*, 11 delivered; cancelled", expect = ACCEPTABLE, desc = "The item came first.")
    @Outcome(id = ".*, 11 dropped CANCELLED; cancelled", expect = ACCEPTABLE, desc = "The cancellation came first.")
    @State
    public static class ItemMeetsCancel extends Encounter {
        public static final Subjects WHO = Subjects.with(FLATTENS);

        public ItemMeetsCancel() {
            super(Meeting.ofStreams(WHO, 1));
            meeting.send(1);
        }

        @Actor
        @Override
        public void first() {
            meeting.sendInner(11);
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

    /** The end does not overlap the item. */
    @JCStressTest
    @Outcome(id = ".*, 11 delivered; (refused|not refused yet)", expect = ACCEPTABLE, desc = "The item came first.")
    @Outcome(id = ".*, 11 dropped .*; refused", expect = ACCEPTABLE, desc = "The request came first.")
    @State
    public static class ItemMeetsRefusal extends Encounter {
        public static final Subjects WHO = Subjects.with(FLATTENS);

        public ItemMeetsRefusal() {
            super(Meeting.ofStreams(WHO, 1));
            meeting.send(1);
        }

        @Actor
        @Override
        public void first() {
            meeting.sendInner(11);
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

    /** The demand is there for the next stream. */
    @JCStressTest
    @Outcome(id = ".*, nothing; open", expect = ACCEPTABLE, desc = "The stream of the first item is over.")
    @State
    public static class CompletionMeetsRequest extends Encounter {
        public static final Subjects WHO = Subjects.with(FLATTENS);

        public CompletionMeetsRequest() {
            super(Meeting.ofStreams(WHO, 0));
            meeting.send(1);
        }

        @Actor
        @Override
        public void first() {
            meeting.completeInner(1);
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

    /** The next stream begins with the whole demand. */
    @JCStressTest
    @Outcome(id = ".*, nothing; open", expect = ACCEPTABLE, desc = "The next stream has begun.")
    @State
    public static class CompletionMeetsRequestWhileOneWaits extends Encounter {
        public static final Subjects WHO = Subjects.with(QUEUES);

        public CompletionMeetsRequestWhileOneWaits() {
            super(Meeting.ofStreams(WHO, 0));
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
            meeting.request(1);
        }

        @Arbiter
        public void after(LL_Result result) {
            report(result);
        }
    }

    /** What the first stream did not use goes to the next, once. */
    @JCStressTest
    @Outcome(id = ".*, 11 delivered; open", expect = ACCEPTABLE, desc = "The next stream has begun.")
    @State
    public static class LastItemMeetsRequestWhileOneWaits extends Encounter {
        public static final Subjects WHO = Subjects.with(QUEUES);

        public LastItemMeetsRequestWhileOneWaits() {
            super(Meeting.ofStreams(WHO, 2));
            meeting.send(1);
            meeting.send(2);
        }

        @Actor
        @Override
        public void first() {
            meeting.sendInner(11);
            meeting.completeInner(1);
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

    /** The next stream does not outlive the cancellation. */
    @JCStressTest
    @Outcome(id = ".*, nothing; cancelled", expect = ACCEPTABLE, desc = "The next stream had begun, and is cancelled.")
    @Outcome(id = ".*, 2 dropped CANCELLED; cancelled", expect = ACCEPTABLE, desc = "The cancellation came first.")
    @State
    public static class CompletionMeetsCancel extends Encounter {
        public static final Subjects WHO = Subjects.with(QUEUES);

        public CompletionMeetsCancel() {
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
            meeting.cancel();
        }

        @Arbiter
        public void after(LL_Result result) {
            report(result);
        }
    }

    /** The waiting item and the new one are both demanded. */
    @JCStressTest
    @Outcome(id = ".*, 11 delivered, 21 delivered; open", expect = ACCEPTABLE, desc = "Both were demanded.")
    @State
    public static class WaitingItemMeetsRequest extends Encounter {
        public static final Subjects WHO = Subjects.with(MERGES);

        public WaitingItemMeetsRequest() {
            super(Meeting.ofStreams(WHO, 0));
            meeting.send(1);
            meeting.send(2);
            meeting.sendInner(11);
        }

        @Actor
        @Override
        public void first() {
            meeting.sendInner(21);
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
}
