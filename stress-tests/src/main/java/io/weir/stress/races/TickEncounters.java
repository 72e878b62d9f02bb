package io.weir.stress.races;

import static io.weir.stress.Trait.GOES_BY_THE_CLOCK;
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

/** A tick of the sampler, or of the clock, meets upstream or the subscriber. */
public final class TickEncounters {
    private TickEncounters() {}

    /** The item is in this period or in the next. */
    @JCStressTest
    @Outcome(id = ".*, 1 delivered; open", expect = ACCEPTABLE, desc = "The item came first.")
    @Outcome(id = ".*, 1 waiting; open", expect = ACCEPTABLE, desc = "The tick came first.")
    @State
    public static class TickMeetsItem extends Encounter {
        public static final Subjects WHO = Subjects.with(SAMPLES);

        public TickMeetsItem() {
            super(Meeting.in(WHO, 1));
        }

        @Actor
        @Override
        public void first() {
            meeting.tick();
        }

        @Actor
        @Override
        public void second() {
            meeting.send(1);
        }

        @Arbiter
        public void after(LL_Result result) {
            report(result);
        }
    }

    /** The newest item is delivered. */
    @JCStressTest
    @Outcome(
            id = ".*, 1 dropped SUPERSEDED, 2 delivered; open",
            expect = ACCEPTABLE,
            desc = "The newer item came first.")
    @Outcome(id = ".*, 1 delivered, 2 waiting; open", expect = ACCEPTABLE, desc = "The tick came first.")
    @State
    public static class TickMeetsNewerItem extends Encounter {
        public static final Subjects WHO = Subjects.with(SAMPLES);

        public TickMeetsNewerItem() {
            super(Meeting.in(WHO, 1));
            meeting.send(1);
        }

        @Actor
        @Override
        public void first() {
            meeting.tick();
        }

        @Actor
        @Override
        public void second() {
            meeting.send(2);
        }

        @Arbiter
        public void after(LL_Result result) {
            report(result);
        }
    }

    /** The last item is delivered before the completion. */
    @JCStressTest
    @Outcome(
            id = ".*, 1 delivered; completed",
            expect = ACCEPTABLE,
            desc = "The last item is delivered, by the tick or by the completion.")
    @State
    public static class TickMeetsCompletion extends Encounter {
        public static final Subjects WHO = Subjects.with(SAMPLES);

        public TickMeetsCompletion() {
            super(Meeting.in(WHO, 1));
            meeting.send(1);
        }

        @Actor
        @Override
        public void first() {
            meeting.tick();
        }

        @Actor
        @Override
        public void second() {
            meeting.complete();
        }

        @Arbiter
        public void after(LL_Result result) {
            report(result);
        }
    }

    /** The last item is delivered before the error. */
    @JCStressTest
    @Outcome(
            id = ".*, 1 delivered; failed",
            expect = ACCEPTABLE,
            desc = "The last item is delivered, by the tick or by the error.")
    @State
    public static class TickMeetsError extends Encounter {
        public static final Subjects WHO = Subjects.with(SAMPLES);

        public TickMeetsError() {
            super(Meeting.in(WHO, 1));
            meeting.send(1);
        }

        @Actor
        @Override
        public void first() {
            meeting.tick();
        }

        @Actor
        @Override
        public void second() {
            meeting.fail();
        }

        @Arbiter
        public void after(LL_Result result) {
            report(result);
        }
    }

    /** The item is delivered, or dropped as cancelled. */
    @JCStressTest
    @Outcome(id = ".*, 1 delivered; cancelled", expect = ACCEPTABLE, desc = "The tick came first.")
    @Outcome(id = ".*, 1 dropped CANCELLED; cancelled", expect = ACCEPTABLE, desc = "The cancellation came first.")
    @State
    public static class TickMeetsCancel extends Encounter {
        public static final Subjects WHO = Subjects.with(SAMPLES);

        public TickMeetsCancel() {
            super(Meeting.in(WHO, 1));
            meeting.send(1);
        }

        @Actor
        @Override
        public void first() {
            meeting.tick();
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

    /** The item must not be left waiting. */
    @JCStressTest
    @Outcome(
            id = ".*, 1 delivered; open",
            expect = ACCEPTABLE,
            desc = "The tick found the demand, or the demand the item.")
    @State
    public static class TickMeetsRequest extends Encounter {
        public static final Subjects WHO = Subjects.with(SAMPLES);

        public TickMeetsRequest() {
            super(Meeting.in(WHO, 0));
            meeting.send(1);
        }

        @Actor
        @Override
        public void first() {
            meeting.tick();
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

    /** The end does not overlap the item. */
    @JCStressTest
    @Outcome(id = ".*, 1 delivered; (refused|not refused yet)", expect = ACCEPTABLE, desc = "The tick came first.")
    @Outcome(id = ".*, 1 dropped FAILED; refused", expect = ACCEPTABLE, desc = "The request came first.")
    @State
    public static class TickMeetsRefusal extends Encounter {
        public static final Subjects WHO = Subjects.with(SAMPLES);

        public TickMeetsRefusal() {
            super(Meeting.in(WHO, 1));
            meeting.send(1);
        }

        @Actor
        @Override
        public void first() {
            meeting.tick();
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

    /** The item is dropped once. */
    @JCStressTest
    @Outcome(id = ".*, 1 dropped CANCELLED; cancelled", expect = ACCEPTABLE, desc = "No tick has come.")
    @State
    public static class ItemMeetsCancel extends Encounter {
        public static final Subjects WHO = Subjects.with(SAMPLES);

        public ItemMeetsCancel() {
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

    /** The item is delivered, or dropped since it comes too late; it must not be left behind. */
    @JCStressTest
    @Outcome(id = ".*, 1 delivered; completed", expect = ACCEPTABLE, desc = "The item came first.")
    @Outcome(id = ".*, 1 dropped AFTER_TERMINATION; completed", expect = ACCEPTABLE, desc = "The end came first.")
    @State
    public static class SamplerCompletionMeetsItem extends Encounter {
        public static final Subjects WHO = Subjects.withButWithout(SAMPLES, GOES_BY_THE_CLOCK);

        public SamplerCompletionMeetsItem() {
            super(Meeting.in(WHO, 1));
        }

        @Actor
        @Override
        public void first() {
            meeting.completeSampler();
        }

        @Actor
        @Override
        public void second() {
            meeting.send(1);
        }

        @Arbiter
        public void after(LL_Result result) {
            report(result);
        }
    }

    /** The same before an error. */
    @JCStressTest
    @Outcome(id = ".*, 1 delivered; failed", expect = ACCEPTABLE, desc = "The item came first.")
    @Outcome(
            id = ".*, 1 dropped (FAILED|AFTER_TERMINATION); failed",
            expect = ACCEPTABLE,
            desc = "The error came first.")
    @State
    public static class SamplerErrorMeetsItem extends Encounter {
        public static final Subjects WHO = Subjects.withButWithout(SAMPLES, GOES_BY_THE_CLOCK);

        public SamplerErrorMeetsItem() {
            super(Meeting.in(WHO, 1));
        }

        @Actor
        @Override
        public void first() {
            meeting.failSampler();
        }

        @Actor
        @Override
        public void second() {
            meeting.send(1);
        }

        @Arbiter
        public void after(LL_Result result) {
            report(result);
        }
    }
}
