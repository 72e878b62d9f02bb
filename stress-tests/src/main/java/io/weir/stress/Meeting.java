package io.weir.stress;

import io.weir.Weir;
import io.weir.spi.Timer;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * One subscription of an operator, between an upstream, inner streams and a subscriber that threads drive; and what came
 * of it.
 *
 * <p>Items are numbers. 1, 2 and 3 come from upstream; 11 and 12 are of the stream that was made of 1, and so on. An inner
 * stream is driven by hand, or is a single item that is sent on demand and called by the number of the outer item.
 */
public final class Meeting {
    private static final int MOST = 4; // items of upstream, and of an inner stream
    private static final int EXTRA = 3;

    private final Subject subject;
    private final boolean innersByHand;
    private final Hand upstream = new Hand();
    private final Hand sampler = new Hand();
    private final HandTimer timer = new HandTimer();
    private final @Nullable Hand[] inners = new @Nullable Hand[MOST];
    private final Fates fates;
    private final Downstream downstream;

    // Written before the threads are started.
    private int itemsOfFirstSource = 1;
    private int lastItem; // of upstream, which completes while the operator makes a stream of it; none is 0

    // Each is written by the one thread that says so.
    private boolean cancelled;
    private boolean refused;

    private Meeting(Subject subject, boolean innersByHand, long firstRequest) {
        this.subject = subject;
        this.innersByHand = innersByHand;
        this.fates = new Fates(innersByHand);
        this.downstream = new Downstream(fates);
        subject.stageOf(this).subscribe(downstream);
        if (firstRequest > 0) {
            request(firstRequest);
        }
    }

    /** With inner streams of one item, which need no hand. */
    public static Meeting in(Subjects subjects, long firstRequest) {
        return new Meeting(subjects.pick(), false, firstRequest);
    }

    /** The same, with demand only where the operator asks for nothing without. */
    public static Meeting inOneThatMayReceive(Subjects subjects) {
        Subject subject = subjects.pick();
        return new Meeting(subject, false, subject.is(Trait.PASSES_DEMAND) ? 1 : 0);
    }

    /** With inner streams that are driven by hand. */
    public static Meeting ofStreams(Subjects subjects, long firstRequest) {
        return new Meeting(subjects.pick(), true, firstRequest);
    }

    public Subject subject() {
        return subject;
    }

    // ------------------------------------------------------------------------------- what the operator is given

    Publisher<Object> upstream() {
        return upstream;
    }

    Publisher<Object> sampler() {
        return sampler;
    }

    Timer timer() {
        return timer;
    }

    Publisher<Object> innerOf(Object item) {
        int number = (Integer) item;
        fates.expanded(number);
        if (number == lastItem) {
            complete();
        }
        if (innersByHand) {
            Hand inner = new Hand();
            inners[number] = inner;
            return inner;
        }
        return new OnlyItem(number, fates);
    }

    /** The same from a source of the library, of which no stage needs a subscription while its items are demanded. */
    Publisher<Object> sourceOf(Object item) {
        int number = (Integer) item;
        fates.expanded(number);
        return Weir.fromIterable(() -> new Items(number, fates, number == 1 ? itemsOfFirstSource : 1));
    }

    // ------------------------------------------------------------------------------------- what the threads do

    public void send(int item) {
        fates.sent(item);
        upstream.send(item);
    }

    public void complete() {
        upstream.complete();
    }

    public void fail() {
        upstream.fail(new Fault("upstream"));
    }

    public void sendInner(int item) {
        fates.sent(item);
        inner(item / 10).send(item);
    }

    public void completeInner(int number) {
        inner(number).complete();
    }

    public void failInner(int number) {
        inner(number).fail(new Fault("inner stream"));
    }

    public void tick() {
        if (subject.is(Trait.GOES_BY_THE_CLOCK)) {
            timer.ring();
        } else {
            sampler.send("tick");
        }
    }

    public void completeSampler() {
        sampler.complete();
    }

    public void failSampler() {
        sampler.fail(new Fault("sampler"));
    }

    public void request(long n) {
        downstream.request(n);
    }

    public void cancel() {
        cancelled = true;
        downstream.subscription().cancel();
    }

    /** Asks for an amount that is not positive. */
    public void refuse() {
        refused = true;
        downstream.subscription().request(-1);
    }

    /** Requests one more item in its onError, which is of no use, and allowed. */
    public Meeting requestingAtTheEnd() {
        downstream.requestsAtTheEnd = true;
        return this;
    }

    /** Requests one more in the middle of the item that comes first. */
    public Meeting requestingWithinTheFirstItem() {
        downstream.requestsWithin = true;
        return this;
    }

    /** Where streams are sources, the one of item 1 sends item 11 besides. */
    public Meeting withTwoItemsInFirstSource() {
        itemsOfFirstSource = 2;
        return this;
    }

    /** Upstream completes from within the function that makes a stream of this item. */
    public Meeting completingWithinTheFunctionOn(int item) {
        lastItem = item;
        return this;
    }

    /** Throws where it is told of a dropped item. */
    public Meeting throwingWhereItemsAreDropped() {
        fates.throwing = true;
        return this;
    }

    private Hand inner(int number) {
        Hand inner = inners[number];
        if (inner == null) {
            throw new IllegalStateException("nobody has asked for stream " + number);
        }
        return inner;
    }

    // --------------------------------------------------------------------------------------- what came of it

    /**
     * What became of each item, and how the stream stands; then, if it is wrong, what is wrong. For one thread, after all
     * others.
     */
    public String outcome() {
        String found = fates + "; " + state();
        String fault = fault();
        return fault == null ? found : found + "; WRONG: " + fault;
    }

    private String state() {
        String state = downstream.end;
        if (state == null) {
            state = cancelled ? "cancelled" : refused ? "not refused yet" : "open";
        }
        return fates.lateErrors == 0 ? state : state + ", late error";
    }

    /** Plays the stream to its end, to see whether anything is lost, twice there, or goes on. */
    private @Nullable String fault() {
        fates.throwing = false;
        if (downstream.end == null && !cancelled && !refused) {
            String fault = faultWhileOpen();
            if (fault != null) {
                return fault;
            }
        }
        if (downstream.end == null && !cancelled) {
            playToTheEnd();
            if (downstream.end == null) {
                return "the stream does not end";
            }
            if (refused && !downstream.end.equals("refused")) {
                return "the request was not refused: " + downstream.end;
            }
        }
        return faultAfterTheEnd();
    }

    private @Nullable String faultWhileOpen() {
        if (subject.is(Trait.SAMPLES)) {
            tick();
        }
        long left = downstream.demandLeft();
        if (left > 0 && fates.firstWaiting() > 0) {
            return fates.firstWaiting() + " waits, and is demanded";
        }
        return innersByHand ? faultOfDemandOnStreams(left) : faultOfDemand(left);
    }

    /** Sends one more item, which must go through if it is demanded, and must not if it is not. */
    private @Nullable String faultOfDemand(long left) {
        if (upstream.mayStillSend() <= 0) {
            return left > 0 ? "demand is lost: " + left : null;
        }
        send(EXTRA);
        if (subject.is(Trait.SAMPLES)) {
            tick();
        }
        boolean delivered = fates.isDelivered(EXTRA);
        if (left > 0 && !delivered) {
            return "an item that is demanded is not delivered, demand " + left;
        }
        return left <= 0 && delivered ? "an item is delivered without demand" : null;
    }

    /** The streams at work must have been asked for what is demanded; exactly, where nothing is prefetched. */
    private @Nullable String faultOfDemandOnStreams(long left) {
        if (subject.is(Trait.PREFETCHES)) {
            return null;
        }
        for (Hand inner : inners) {
            if (inner != null && inner.isActive() && inner.mayStillSend() != left) {
                return "a stream is asked for " + inner.mayStillSend() + " where the demand is " + left;
            }
        }
        return null;
    }

    private void playToTheEnd() {
        request(Long.MAX_VALUE);
        if (upstream.isActive()) {
            complete();
        }
        boolean more = true;
        while (more) { // the end of one may begin the next
            more = false;
            for (Hand inner : inners) {
                if (inner != null && inner.isActive()) {
                    inner.complete();
                    more = true;
                }
            }
        }
    }

    private @Nullable String faultAfterTheEnd() {
        if (upstream.isActive()) {
            return "upstream is not cancelled";
        }
        for (Hand inner : inners) {
            if (inner != null && inner.isActive()) {
                return "an inner stream is not cancelled";
            }
        }
        if (sampler.isActive()) {
            return "the sampler is not cancelled";
        }
        if (timer.isPending()) {
            return "the timer is not cancelled";
        }
        if (downstream.breach() != null) {
            return downstream.breach();
        }
        return fates.fault();
    }

    /** What fails on purpose. */
    static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Fault(String who) {
            super(who, null, false, false);
        }
    }

    /** A stream of one item, sent on the thread that asks. */
    private static final class OnlyItem implements Publisher<Object>, Subscription {
        private final int number;
        private final Fates fates;
        private @Nullable Subscriber<? super Object> stage;

        OnlyItem(int number, Fates fates) {
            this.number = number;
            this.fates = fates;
        }

        @Override
        public void subscribe(Subscriber<? super Object> subscriber) {
            stage = subscriber;
            subscriber.onSubscribe(this);
        }

        @Override
        public void request(long n) {
            Subscriber<? super Object> receiver = stage;
            stage = null;
            if (receiver != null) {
                fates.sentInside(number);
                receiver.onNext(number);
                receiver.onComplete();
            }
        }

        @Override
        public void cancel() {}
    }

    /** The items of a source: the number of the outer item, and perhaps one more. */
    private static final class Items implements Iterator<Object> {
        private final int number;
        private final Fates fates;
        private final int size;
        private int taken;

        Items(int number, Fates fates, int size) {
            this.number = number;
            this.fates = fates;
            this.size = size;
        }

        @Override
        public boolean hasNext() {
            return taken < size;
        }

        @Override
        public Object next() {
            taken++;
            if (taken == 1) {
                fates.sentInside(number);
                return number;
            }
            int second = 10 * number + 1;
            fates.sent(second);
            return second;
        }
    }
}
