package io.weir.timeline;

import io.weir.timeline.Ring.Written;
import io.weir.timeline.Timeline.Event;
import io.weir.timeline.Timeline.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a recorder knows at one moment, while others go on writing. What each stage has counted is read first, and then the ring, so
 * that what happens in between is in the ring. If so much happens in between that the ring has forgotten some of it, both
 * are read again; in the end rather no event is shown than a picture that does not fit together.
 */
final class Snapshot {
    private static final int TRIES = 20;

    private final long forgottenStages;
    private final List<Runs.Known> runs;
    private final List<Seen> stages = new ArrayList<>();
    private final Map<Integer, Integer> places = new HashMap<>(); // of stages, by the number of the lane
    private final long end;
    private final boolean fits;
    private final List<Event> events = new ArrayList<>();
    private final ThreadNames threads = new ThreadNames();

    static Timeline of(Ring ring, Runs runs) {
        Snapshot snapshot = new Snapshot(ring, runs);
        for (int i = 1; i < TRIES && !snapshot.fits; i++) {
            snapshot = new Snapshot(ring, runs);
        }
        return snapshot.timeline();
    }

    private Snapshot(Ring ring, Runs known) {
        long looked = ring.written();
        runs = known.known();
        forgottenStages = known.forgotten();
        for (int chain = 0; chain < runs.size(); chain++) {
            for (Lane lane : runs.get(chain).lanes()) {
                places.put(lane.id(), stages.size());
                stages.add(new Seen(lane, chain));
            }
        }
        end = ring.written();
        List<Written> written = ring.before(end);
        long begin = Math.max(ring.oldest(end), ring.oldestLeft());
        fits = begin <= looked;
        if (fits) {
            written.removeIf(event -> event.sequence() < begin || !places.containsKey(event.stage()));
            written.sort(Comparator.comparingLong(Written::sequence));
            written.forEach(event -> see(event, written.get(0).time()));
        }
    }

    private void see(Written written, long start) {
        int place = places.getOrDefault(written.stage(), 0);
        Seen stage = stages.get(place);
        stage.first.putIfAbsent(written.kind(), written);
        events.add(event(written, place, stage, start));
    }

    private Event event(Written written, int place, Seen stage, long start) {
        Kind kind = written.kind();
        long last = events.isEmpty() ? 0 : events.get(events.size() - 1).nanos();
        return new Event(
                Math.max(last, written.time() - start),
                place,
                threads.placeOf(written.threadId(), written.threadName()),
                kind,
                kind == Kind.DROPPED ? 0 : written.number(),
                kind == Kind.WAITING ? stage.capacity : 0,
                written.about(),
                kind == Kind.DROPPED ? Codes.reason(written.number()) : null);
    }

    private Timeline timeline() {
        List<Timeline.Chain> chains = new ArrayList<>();
        int first = 0;
        for (Runs.Known run : runs) {
            List<Integer> places = new ArrayList<>();
            for (int i = 0; i < run.lanes().size(); i++) {
                places.add(first + i);
            }
            first += places.size();
            chains.add(new Timeline.Chain(run.label(), List.copyOf(places)));
        }
        return new Timeline(
                "Timeline",
                end,
                forgottenStages,
                threads.names(),
                chains,
                stages.stream().map(Seen::stage).toList(),
                events);
    }

    /** A stage: what it had counted when it was looked at, and its first event of each kind that is left. */
    private static final class Seen {
        final int chain;
        final String name;
        final Timeline.Totals totals;
        final long depth;
        final long capacity;
        final boolean paused;
        final Map<Kind, Written> first = new EnumMap<>(Kind.class);

        Seen(Lane lane, int chain) {
            this.chain = chain;
            name = lane.stage();
            totals = lane.totals();
            depth = lane.depth();
            capacity = lane.capacity();
            paused = lane.isPaused();
        }

        Timeline.Stage stage() {
            return new Timeline.Stage(
                    name, chain, totals, new Timeline.State(outstanding(), waiting(), capacity, wasPaused()));
        }

        private long outstanding() {
            long requested = before(Kind.REQUESTED, totals.requested());
            long emitted = before(Kind.EMITTED, totals.emitted());
            return requested == Long.MAX_VALUE ? requested : Math.max(0, requested - emitted);
        }

        private long waiting() {
            return before(Kind.WAITING, depth);
        }

        private long before(Kind kind, long otherwise) {
            Written event = first.get(kind);
            return event == null ? otherwise : event.before();
        }

        private boolean wasPaused() {
            Written pause = first.get(Kind.PAUSED);
            Written resumption = first.get(Kind.RESUMED);
            if (pause == null && resumption == null) {
                return paused;
            }
            return pause == null || (resumption != null && resumption.sequence() < pause.sequence());
        }
    }

    /** A place in a list for each thread. Threads of the same name are told apart by a number. */
    private static final class ThreadNames {
        private record Key(long id, String name) {}

        private final Map<Key, Integer> places = new HashMap<>();
        private final Map<String, Integer> uses = new HashMap<>();
        private final List<String> names = new ArrayList<>();

        int placeOf(long id, String name) {
            return places.computeIfAbsent(new Key(id, name), key -> {
                int use = uses.merge(name, 1, Integer::sum);
                names.add(Texts.numbered(name, use));
                return names.size() - 1;
            });
        }

        List<String> names() {
            return names;
        }
    }
}
