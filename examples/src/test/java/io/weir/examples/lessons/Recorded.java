package io.weir.examples.lessons;

import io.weir.timeline.Timeline;
import io.weir.timeline.Timeline.Event;
import io.weir.timeline.Timeline.Kind;
import io.weir.timeline.Timeline.Stage;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a lesson has recorded, by the names of chain and stage. */
record Recorded(Timeline timeline, String said) {
    static Recorded of(Lesson lesson) throws Exception {
        Board board = new Board();
        lesson.run(board);
        return new Recorded(board.timeline(), board.said());
    }

    List<Long> requests(String chain, String stage) {
        return events(chain, stage)
                .filter(event -> event.kind() == Kind.REQUESTED)
                .map(Event::n)
                .toList();
    }

    /** The items of all events of that kind. */
    List<Object> items(String chain, String stage, Kind kind) {
        return events(chain, stage)
                .filter(event -> event.kind() == kind)
                .map(Event::item)
                .toList();
    }

    Stream<Event> events(String chain, String stage) {
        int place = place(chain, stage);
        return timeline.events().stream().filter(event -> event.stage() == place);
    }

    Stage stage(String chain, String stage) {
        return timeline.stages().get(place(chain, stage));
    }

    private int place(String chain, String name) {
        return IntStream.range(0, timeline.stages().size())
                .filter(i -> isOf(timeline.stages().get(i), chain, name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no stage \"" + name + "\" in \"" + chain + "\""));
    }

    private boolean isOf(Stage stage, String chain, String name) {
        return stage.name().equals(name)
                && timeline.chains().get(stage.chain()).name().equals(chain);
    }

    /** The names of the stages of a chain, as the items travel. */
    List<String> stagesOf(String chain) {
        return timeline.chains().stream()
                .filter(candidate -> candidate.name().equals(chain))
                .flatMap(candidate -> candidate.stages().stream())
                .map(place -> timeline.stages().get(place).name())
                .toList();
    }

    long millis(Event event) {
        return event.nanos() / 1_000_000;
    }
}
