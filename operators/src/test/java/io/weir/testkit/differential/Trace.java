package io.weir.testkit.differential;

import io.weir.testkit.differential.Event.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What a subscriber saw, in order. */
public record Trace(List<Event> events) {
    /** The first events, no more than so many. */
    public Trace first(int n) {
        return new Trace(events.subList(0, Math.min(n, events.size())));
    }

    public Trace filter(Predicate<Event> predicate) {
        return new Trace(events.stream().filter(predicate).toList());
    }

    public Trace map(UnaryOperator<Event> change) {
        return new Trace(events.stream().map(change).toList());
    }

    public Trace plus(int step, Kind kind, Object value) {
        List<Event> more = new ArrayList<>(events);
        more.add(new Event(step, kind, value));
        return new Trace(more);
    }

    /** The last event, or null. */
    public Event last() {
        return events.isEmpty() ? null : events.get(events.size() - 1);
    }

    public int size() {
        return events.size();
    }

    @Override
    public String toString() {
        return events.toString();
    }
}
