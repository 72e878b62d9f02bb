package io.weir.stress.races;

import static io.weir.stress.Trait.FLATTENS;
import static io.weir.stress.Trait.QUEUES;
import static io.weir.stress.Trait.TAKES_NEXT;
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

/** An inner stream, or the subscriber, meets what upstream does next. */
public final class UpstreamEncounters {
    private UpstreamEncounters() {}

    /** The stream completes once both have. */
    @JCStressTest
    @Outcome(id = ".*, nothing; completed", expect = ACCEPTABLE, desc = "Whoever comes second completes the stream.")
    @State
    public static class CompletionMeetsCompletionOfUpstream extends Encounter {
        public static final Subjects WHO = Subjects.with(FLATTENS);

        public CompletionMeetsCompletionOfUpstream() {
            super(Meeting.ofStreams(WHO, 1));
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
            meeting.complete();
        }

        @Arbiter
        public void after(LL_Result result) {
            report(result);
        }
    }

    /** The next stream takes over. */
    @JCStressTest
    @Outcome(id = ".*, nothing; open", expect = ACCEPTABLE, desc = "The next stream has begun.")
    @State
    public static class CompletionMeetsItemOfUpstream extends Encounter {
        public static final Subjects WHO = Subjects.with(TAKES_NEXT);

        public CompletionMeetsItemOfUpstream() {
            super(Meeting.ofStreams(WHO, 1));
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
            meeting.send(2);
        }

        @Arbiter
        public void after(LL_Result result) {
            report(result);
        }
    }

    /** The last item is on its way to become a stream when upstream completes: that stream is not lost. */
    @JCStressTest
    @Outcome(id = ".*, nothing; open", expect = ACCEPTABLE, desc = "The stream of the last item is at work.")
    @State
    public static class CompletionMeetsLastItemOfUpstream extends Encounter {
        public static final Subjects WHO = Subjects.withButWithout(TAKES_NEXT, QUEUES);

        public CompletionMeetsLastItemOfUpstream() {
            super(Meeting.ofStreams(WHO, 1).completingWithinTheFunctionOn(2));
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
            meeting.send(2);
        }

        @Arbiter
        public void after(LL_Result result) {
            report(result);
        }
    }

    /** Only where streams are replaced the item may come too late. */
    @JCStressTest
    @Outcome(id = ".*, 11 delivered; open", expect = ACCEPTABLE, desc = "The item came first, or its stream stays.")
    @Outcome(
            id = "concatMap, prefetch, 2 waiting, 11 delivered; open",
            expect = ACCEPTABLE,
            desc = "The item of upstream waits for the first stream to end.")
    @Outcome(id = "switchMap, 11 dropped SUPERSEDED; open", expect = ACCEPTABLE, desc = "The stream had been replaced.")
    @State
    public static class ItemMeetsItemOfUpstream extends Encounter {
        public static final Subjects WHO = Subjects.with(TAKES_NEXT);

        public ItemMeetsItemOfUpstream() {
            super(Meeting.ofStreams(WHO, 2));
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
            meeting.send(2);
        }

        @Arbiter
        public void after(LL_Result result) {
            report(result);
        }
    }

    /** The demand goes to the old stream or to the new one, and not to both. */
    @JCStressTest
    @Outcome(id = ".*, nothing; open", expect = ACCEPTABLE, desc = "The next stream has begun.")
    @Outcome(
            id = "concatMap, prefetch, 2 waiting; open",
            expect = ACCEPTABLE,
            desc = "The item of upstream waits for the first stream to end.")
    @State
    public static class RequestMeetsItemOfUpstream extends Encounter {
        public static final Subjects WHO = Subjects.with(TAKES_NEXT);

        public RequestMeetsItemOfUpstream() {
            super(Meeting.ofStreams(WHO, 1));
            meeting.send(1);
        }

        @Actor
        @Override
        public void first() {
            meeting.request(2);
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

    /** The stream fails, and no stream is left. */
    @JCStressTest
    @Outcome(
            id = ".*, (nothing|2 dropped .*); failed",
            expect = ACCEPTABLE,
            desc = "The error came first, or ended the next stream too.")
    @Outcome(
            id = "switchMap, nothing; open, late error",
            expect = ACCEPTABLE,
            desc = "The stream had been replaced before it failed.")
    @State
    public static class ErrorMeetsItemOfUpstream extends Encounter {
        public static final Subjects WHO = Subjects.with(TAKES_NEXT);

        public ErrorMeetsItemOfUpstream() {
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
            meeting.send(2);
        }

        @Arbiter
        public void after(LL_Result result) {
            report(result);
        }
    }

    /** One of the errors ends the stream, and the other is reported. */
    @JCStressTest
    @Outcome(id = ".*, nothing; failed, late error", expect = ACCEPTABLE, desc = "The second error was late.")
    @Outcome(id = ".*, nothing; failed", expect = ACCEPTABLE, desc = "The second error is attached to the first.")
    @State
    public static class ErrorMeetsErrorOfUpstream extends Encounter {
        public static final Subjects WHO = Subjects.with(FLATTENS);

        public ErrorMeetsErrorOfUpstream() {
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
            meeting.fail();
        }

        @Arbiter
        public void after(LL_Result result) {
            report(result);
        }
    }
}
