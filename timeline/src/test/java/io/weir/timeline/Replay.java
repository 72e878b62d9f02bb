package io.weir.timeline;

import io.weir.timeline.Timeline.Event;
import io.weir.timeline.Timeline.State;

/** What a reader of a timeline makes of it: the state before what is kept, and then event after event. */
final class Replay {
    private Replay() {}

    static State of(Timeline timeline, int stage) {
        return of(timeline, stage, timeline.events().size());
    }

    /** How the stage stood after so many events. */
    static State of(Timeline timeline, int stage, long events) {
        State state = timeline.stages().get(stage).before();
        for (Event event : timeline.events().subList(0, (int) events)) {
            if (event.stage() == stage) {
                state = after(event, state);
            }
        }
        return state;
    }

    private static State after(Event event, State before) {
        long outstanding = before.outstanding();
        return switch (event.kind()) {
            case REQUESTED -> with(before, event.n() == Long.MAX_VALUE ? event.n() : outstanding + event.n());
            case EMITTED -> with(before, outstanding == Long.MAX_VALUE ? outstanding : outstanding - 1);
            case WAITING -> new State(outstanding, event.n(), event.capacity(), before.paused());
            case PAUSED -> new State(outstanding, before.waiting(), before.capacity(), true);
            case RESUMED -> new State(outstanding, before.waiting(), before.capacity(), false);
            case COMPLETED, FAILED, CANCELLED -> with(before, 0);
            default -> before;
        };
    }

    private static State with(State state, long outstanding) {
        return new State(outstanding, state.waiting(), state.capacity(), state.paused());
    }
}
