package io.weir.timeline;

import io.weir.timeline.Ring.Written;
import io.weir.timeline.Timeline.Event;
import io.weir.timeline.Timeline.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a recorder knows at one moment, while others go on writing. What each stage has counted is read first, and then the ring, so
 * that what happens in between is in the ring. If so much happens in between that the ring has forgotten some of it, both
 * are read again; in the end rather no event is shown than a picture that does not fit together.
 */
final class Snapshot {
    private static final int TRIES = 20;
    private static final Set<Kind> ENDS = EnumSet.of(Kind.COMPLETED, Kind.FAILED, Kind.CANCELLED);

    private final Runs.Known known;
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

    private Snapshot(Ring ring, Runs runs) {
        long looked = ring.written();
        known = runs.known();
        for (int chain = 0; chain < known.chains().size(); chain++) {
            for (Lane lane : known.chains().get(chain).lanes()) {
                places.put(lane.id(), stages.size());
                stages.add(new Seen(lane, chain));
            }
        }
        end = ring.written();
        List<Written> written = ring.before(end);
        long begin = Math.max(ring.oldest(end), ring.oldestLeft());
        fits = begin <= looked;
        stages.forEach(Seen::lookAtCapacity);
        if (fits) {
            written.removeIf(event -> event.sequence() < begin || !places.containsKey(event.stage()));
            written.sort(Comparator.comparingLong(Written::sequence));
            written.forEach(event -> see(event, written.get(0).time()));
        }
    }

    private void see(Written written, long start) {
        int place = places.getOrDefault(written.stage(), 0);
        Seen stage = stages.get(place);
        stage.see(written);
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
        for (Runs.Chain chain : known.chains()) {
            List<Integer> places = new ArrayList<>();
            for (int i = 0; i < chain.lanes().size(); i++) {
                places.add(first + i);
            }
            first += places.size();
            chains.add(new Timeline.Chain(chain.label(), List.copyOf(places)));
        }
        return new Timeline(
                "Timeline",
                end,
                known.forgottenStages(),
                threads.names(),
                chains,
                stages.stream().map(Seen::stage).toList(),
                events);
    }

    /** A stage: what it had counted when it was looked at, and its first event of each kind that is left. */
    private static final class Seen {
        private final Lane lane;
        private final int chain;
        private final Timeline.Totals totals;
        private final long depth;
        private final boolean paused;
        private final Map<Kind, Written> first = new EnumMap<>(Kind.class);
        private long capacity;

        Seen(Lane lane, int chain) {
            this.lane = lane;
            this.chain = chain;
            totals = lane.totals();
            depth = lane.depth();
            paused = lane.isPaused();
        }

        /** After the ring was read: a stage knows its capacity before it writes that something waits. */
        void lookAtCapacity() {
            capacity = lane.capacity();
        }

        /** Requests may have been counted in another order than they were written in: the one counted first matters. */
        void see(Written event) {
            first.merge(
                    event.kind(),
                    event,
                    (one, other) -> one.kind() == Kind.REQUESTED && other.before() < one.before() ? other : one);
        }

        Timeline.Stage stage() {
            return new Timeline.Stage(
                    lane.stage(), chain, totals, new Timeline.State(outstanding(), waiting(), capacity, wasPaused()));
        }

        private long outstanding() {
            if (totals.ends() > 0 && ENDS.stream().noneMatch(first::containsKey)) {
                return 0; // it ended before
            }
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
                String shown = Texts.cut(name, Texts.NAME_LENGTH);
                int use = uses.merge(shown, 1, Integer::sum);
                names.add(Texts.numbered(shown, use));
                return names.size() - 1;
            });
        }

        List<String> names() {
            return names;
        }
    }
}
