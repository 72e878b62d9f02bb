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

/** Two of the subscriber's own threads meet. */
public final class DemandEncounters {
    private DemandEncounters() {}

    /** The demand is the sum of both. */
    @JCStressTest
    @Outcome(id = ".*, 1 delivered, 2 delivered; open", expect = ACCEPTABLE, desc = "Both items were demanded.")
    @State
    public static class RequestMeetsRequest extends Encounter {
        public static final Subjects WHO = Subjects.with(WAITS);

        public RequestMeetsRequest() {
            super(Meeting.in(WHO, 0));
            meeting.send(1);
            meeting.send(2);
        }

        @Actor
        @Override
        public void first() {
            meeting.request(1);
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

    /** What is not delivered is dropped once. */
    @JCStressTest
    @Outcome(id = ".*, 1 delivered, 2 delivered; cancelled", expect = ACCEPTABLE, desc = "The request came first.")
    @Outcome(
            id = ".*, 1 delivered, 2 dropped CANCELLED; cancelled",
            expect = ACCEPTABLE,
            desc = "The cancellation came between the two items.")
    @Outcome(
            id = ".*, 1 dropped CANCELLED, 2 dropped CANCELLED; cancelled",
            expect = ACCEPTABLE,
            desc = "The cancellation came first.")
    @State
    public static class RequestMeetsCancel extends Encounter {
        public static final Subjects WHO = Subjects.with(WAITS);

        public RequestMeetsCancel() {
            super(Meeting.in(WHO, 0));
            meeting.send(1);
            meeting.send(2);
        }

        @Actor
        @Override
        public void first() {
            meeting.request(2);
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

    /** What waits is delivered or dropped, and the stream is refused. */
    @JCStressTest
    @Outcome(
            id = ".*, 1 delivered, 2 dropped FAILED; refused",
            expect = ACCEPTABLE,
            desc = "The request for an item came first.")
    @Outcome(
            id = ".*, 1 dropped FAILED, 2 dropped FAILED; refused",
            expect = ACCEPTABLE,
            desc = "The refused request came first.")
    @State
    public static class RequestMeetsRefusal extends Encounter {
        public static final Subjects WHO = Subjects.with(WAITS);

        public RequestMeetsRefusal() {
            super(Meeting.in(WHO, 0));
            meeting.send(1);
            meeting.send(2);
        }

        @Actor
        @Override
        public void first() {
            meeting.request(1);
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

    /** The stream ends once. */
    @JCStressTest
    @Outcome(id = ".*, nothing; refused", expect = ACCEPTABLE, desc = "The refused request came first.")
    @Outcome(id = ".*, nothing; cancelled", expect = ACCEPTABLE, desc = "The cancellation came first.")
    @Outcome(
            id = "map below drop, nothing; cancelled, late error",
            expect = ACCEPTABLE,
            desc = "The stage above refused the request, and its error came after the cancellation.")
    @State
    public static class RefusalMeetsCancel extends Encounter {
        public static final Subjects WHO = Subjects.any();

        public RefusalMeetsCancel() {
            super(Meeting.in(WHO, 0));
        }

        @Actor
        @Override
        public void first() {
            meeting.refuse();
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

    /** The stream ends once. */
    @JCStressTest
    @Outcome(id = ".*, nothing; refused", expect = ACCEPTABLE, desc = "One of them ended the stream.")
    @State
    public static class RefusalMeetsRefusal extends Encounter {
        public static final Subjects WHO = Subjects.any();

        public RefusalMeetsRefusal() {
            super(Meeting.in(WHO, 0));
        }

        @Actor
        @Override
        public void first() {
            meeting.refuse();
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
