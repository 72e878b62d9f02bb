package io.weir.stress.races;

import static io.weir.stress.Trait.DROPS;
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

/** The callback for dropped items throws while another thread is at work. */
public final class CallbackEncounters {
    private CallbackEncounters() {}

    /** The error is signalled or reported, and the item counts once. */
    @JCStressTest
    @Outcome(id = ".*, 1 dropped NO_DEMAND; failed", expect = ACCEPTABLE, desc = "The callback came first.")
    @Outcome(
            id = ".*, 1 dropped (NO_DEMAND|CANCELLED); cancelled, late error",
            expect = ACCEPTABLE,
            desc = "The cancellation came first.")
    @State
    public static class ThrowingMeetsCancel extends Encounter {
        public static final Subjects WHO = Subjects.with(DROPS);

        public ThrowingMeetsCancel() {
            super(Meeting.in(WHO, 0).throwingWhereItemsAreDropped());
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

    /** The stream fails, or the item is delivered. */
    @JCStressTest
    @Outcome(id = ".*, 1 dropped NO_DEMAND; failed", expect = ACCEPTABLE, desc = "The item came first.")
    @Outcome(id = ".*, 1 delivered; open", expect = ACCEPTABLE, desc = "The request came first.")
    @State
    public static class ThrowingMeetsRequest extends Encounter {
        public static final Subjects WHO = Subjects.with(DROPS);

        public ThrowingMeetsRequest() {
            super(Meeting.in(WHO, 0).throwingWhereItemsAreDropped());
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

    /** The stream ends once. */
    @JCStressTest
    @Outcome(id = ".*, 1 dropped NO_DEMAND; failed", expect = ACCEPTABLE, desc = "The callback came first.")
    @Outcome(id = ".*, 1 dropped .*; refused, late error", expect = ACCEPTABLE, desc = "The request came first.")
    @State
    public static class ThrowingMeetsRefusal extends Encounter {
        public static final Subjects WHO = Subjects.with(DROPS);

        public ThrowingMeetsRefusal() {
            super(Meeting.in(WHO, 0).throwingWhereItemsAreDropped());
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
