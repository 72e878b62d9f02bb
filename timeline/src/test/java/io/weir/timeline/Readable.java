package io.weir.timeline;

import io.weir.timeline.Timeline.Event;
import io.weir.timeline.Timeline.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Timelines in short words, for tests. */
final class Readable {
    private static final long MILLI = 1_000_000;

    private Readable() {}

    /** Each event: milliseconds, stage, kind and what belongs to it. */
    static List<String> events(Timeline timeline) {
        return timeline.events().stream()
                .map(event -> event.nanos() / MILLI + " " + withoutTime(timeline, event))
                .toList();
    }

    /** Each event of one stage without its time and name. */
    static List<String> eventsOf(String stage, Timeline timeline) {
        return timeline.events().stream()
                .map(event -> withoutTime(timeline, event))
                .filter(event -> event.startsWith(stage + " "))
                .map(event -> event.substring(stage.length() + 1))
                .toList();
    }

    /** The chains with the names of their stages in the order in which items travel. */
    static Map<String, List<String>> chains(Timeline timeline) {
        return IntStream.range(0, timeline.chains().size())
                .boxed()
                .collect(Collectors.toMap(
                        chain -> timeline.chains().get(chain).name(),
                        chain -> timeline.chains().get(chain).stages().stream()
                                .map(stage -> timeline.stages().get(stage).name())
                                .toList()));
    }

    private static String withoutTime(Timeline timeline, Event event) {
        String text = timeline.stages().get(event.stage()).name() + " " + event.kind();
        if (event.kind() == Kind.REQUESTED || event.kind() == Kind.WAITING) {
            text += " " + (event.n() == Long.MAX_VALUE ? "unbounded" : event.n());
        }
        if (event.kind() == Kind.WAITING) {
            text += " of " + event.capacity();
        }
        return text
                + (event.item() == null ? "" : " " + event.item())
                + (event.reason() == null ? "" : " " + event.reason());
    }
}
