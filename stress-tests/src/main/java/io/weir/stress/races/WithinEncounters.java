package io.weir.stress.races;

import static io.weir.stress.Trait.DELAYS_ERRORS;
import static io.weir.stress.Trait.FLATTENS;
import static io.weir.stress.Trait.SAMPLES;
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

/** The subscriber requests one more in the middle of an item, and another thread of its own does something at the same time. */
public final class WithinEncounters {
    private WithinEncounters() {}

    /** The demand is the sum of both. Streams of one item are left out, since they bear no two requests at once. */
    @JCStressTest
    @Outcome(id = ".*, 1 delivered, 2 delivered; open", expect = ACCEPTABLE, desc = "Each item was demanded before.")
    @State
    public static class RequestMeetsRequest extends Encounter {
        public static final Subjects WHO = Subjects.without(SAMPLES, FLATTENS, DELAYS_ERRORS);

        public RequestMeetsRequest() {
            super(Meeting.in(WHO, 1).requestingWithinTheFirstItem());
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
            meeting.request(1);
        }

        @Arbiter
        public void after(LL_Result result) {
            report(result);
        }
    }

    /** The stream of the item is asked for the sum of both. */
    @JCStressTest
    @Outcome(id = ".*, 11 delivered; open", expect = ACCEPTABLE, desc = "It was demanded before.")
    @State
    public static class RequestOfStreamMeetsRequest extends Encounter {
        public static final Subjects WHO = Subjects.with(FLATTENS);

        public RequestOfStreamMeetsRequest() {
            super(Meeting.ofStreams(WHO, 1).requestingWithinTheFirstItem());
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

    /** The end does not overlap the item, although more is demanded by then. */
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
    public static class RequestMeetsRefusal extends Encounter {
        public static final Subjects WHO = Subjects.without(SAMPLES);

        public RequestMeetsRefusal() {
            super(Meeting.in(WHO, 1).requestingWithinTheFirstItem());
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

    /** What comes after the cancellation is dropped, and the stream that takes its turn is cancelled. */
    @JCStressTest
    @Outcome(id = ".*, 1 delivered; cancelled", expect = ACCEPTABLE, desc = "The item came first.")
    @Outcome(id = ".*, 1 dropped CANCELLED; cancelled", expect = ACCEPTABLE, desc = "The cancellation came first.")
    @Outcome(
            id = ".*, 1 unsent; cancelled",
            expect = ACCEPTABLE,
            desc = "The stream of the item was cancelled before it sent anything.")
    @State
    public static class RequestMeetsCancel extends Encounter {
        public static final Subjects WHO = Subjects.without(SAMPLES);

        public RequestMeetsCancel() {
            super(Meeting.in(WHO, 1).requestingWithinTheFirstItem());
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
}
