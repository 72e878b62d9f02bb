package io.weir.timeline;

import io.weir.timeline.Timeline.Event;
import java.util.List;
import java.util.Locale;

/** How the times of a drawing are written: in one unit for all, with a decimal place only if one needs it. */
record TimeScale(long unit, String name, boolean isWhole) {
    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000_000_000;
    private static final int FEW = 10; // of a unit are better written in the one below

    static TimeScale of(List<Event> events) {
        long last = events.isEmpty() ? 0 : events.get(events.size() - 1).nanos();
        if (last < FEW * MICRO && last > 0) {
            return of(1, "ns", events);
        }
        if (last < FEW * MILLI && last > 0) {
            return of(MICRO, "µs", events);
        }
        return last < FEW * SECOND ? of(MILLI, "ms", events) : of(SECOND, "s", events);
    }

    private static TimeScale of(long unit, String name, List<Event> events) {
        return new TimeScale(unit, name, events.stream().allMatch(event -> event.nanos() % unit == 0));
    }

    String text(long nanos) {
        return isWhole ? nanos / unit + " " + name : String.format(Locale.ROOT, "%.1f %s", (double) nanos / unit, name);
    }
}
