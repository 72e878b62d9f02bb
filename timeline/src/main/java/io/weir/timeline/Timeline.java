package io.weir.timeline;

import static java.util.Objects.requireNonNull;

import io.weir.DropReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Recorder} had recorded at one moment: chains of stages, and the events that are still kept. Immutable.
 *
 * <p>In all numbers of items {@code Long.MAX_VALUE} stands for unbounded.
 */
public final class Timeline {
    private final String title;
    private final long recorded;
    private final long forgottenStages;
    private final List<String> threads;
    private final List<Chain> chains;
    private final List<Stage> stages;
    private final List<Event> events;

    Timeline(
            String title,
            long recorded,
            long forgottenStages,
            List<String> threads,
            List<Chain> chains,
            List<Stage> stages,
            List<Event> events) {
        this.title = title;
        this.recorded = recorded;
        this.forgottenStages = forgottenStages;
        this.threads = List.copyOf(threads);
        this.chains = List.copyOf(chains);
        this.stages = List.copyOf(stages);
        this.events = List.copyOf(events);
    }

    /** What can happen at a stage. */
    public enum Kind {
        /** The stage was subscribed to. */
        SUBSCRIBED,
        /** The subscriber asked for more. */
        REQUESTED,
        /** An item came in. */
        RECEIVED,
        /** An item became an inner stream, whose items are received in its place. */
        EXPANDED,
        /** An item was handed to the subscriber. */
        EMITTED,
        /** The number of waiting items changed. */
        WAITING,
        /** An item will not be delivered. */
        DROPPED,
        /** The producer has sent all it was asked for and is held back. */
        PAUSED,
        /** The producer that was held back was asked for more. */
        RESUMED,
        /** The stream completed. */
        COMPLETED,
        /** The stream failed. */
        FAILED,
        /** The subscriber cancelled. */
        CANCELLED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Stages that were subscribed to one above the other.
     *
     * @param name the name of the chain, empty if it has none; a second run of it has " (2)" at the end, and so on
     * @param stages the places of its stages in {@link Timeline#stages()}, in the order in which items travel
     */
    public record Chain(String name, List<Integer> stages) {}

    /**
     * One subscription of a stage.
     *
     * @param name the name it was given, or else the text of its operator
     * @param chain the place of its chain in {@link Timeline#chains()}
     * @param totals what it did in all
     * @param before how it stood when the first event that is kept happened
     */
    public record Stage(String name, int chain, Totals totals, State before) {}

    /**
     * What a stage did since it was subscribed to, forgotten or not.
     *
     * @param requests how often it was asked
     * @param requested how many items it was asked for
     * @param received items that came in, with those that became inner streams
     * @param expanded items that became inner streams
     * @param emitted items handed to the subscriber
     * @param dropped items not delivered, by reason, without the reasons that did not occur
     * @param pauses how often the producer was held back
     * @param ends terminal signals and cancellations; 0 while it runs
     */
    public record Totals(
            long requests,
            long requested,
            long received,
            long expanded,
            long emitted,
            Map<DropReason, Long> dropped,
            long pauses,
            long ends) {
        /**
         * Items that came in and are neither gone nor dropped: {@code received = expanded + emitted + dropped + waiting}.
         *
         * @return a number of items; at a moment when signals are under way it may be a few off, even negative
         */
        public long waiting() {
            return received
                    - expanded
                    - emitted
                    - dropped.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * How a stage stands between two events.
     *
     * @param outstanding items requested and not yet emitted; none once the stage has ended
     * @param waiting items that wait
     * @param capacity how many may wait; 0 if none ever waited
     * @param paused whether the producer is held back
     */
    public record State(long outstanding, long waiting, long capacity, boolean paused) {}

    /**
     * Something that happened.
     *
     * @param nanos nanoseconds since the first event that is kept; never less than in the event before
     * @param stage the place of the stage in {@link Timeline#stages()}
     * @param thread the place of the thread in {@link Timeline#threads()}
     * @param kind what happened
     * @param n how many were requested, or how many items wait now; else 0
     * @param capacity how many items may wait, in an event of kind {@code WAITING}; else 0
     * @param item the item, as a number, character, boolean, enum or the beginning of its text; of a failure the text of the
     *     error; else null
     * @param reason why an item was dropped; else null
     */
    public record Event(
            long nanos,
            int stage,
            int thread,
            Kind kind,
            long n,
            long capacity,
            @Nullable Object item,
            @Nullable DropReason reason) {}

    /**
     * The same with a title.
     *
     * @param title the title
     * @return a new timeline
     */
    public Timeline titled(String title) {
        return new Timeline(
                requireNonNull(title, "title must not be null"),
                recorded,
                forgottenStages,
                threads,
                chains,
                stages,
                events);
    }

    /**
     * The title, "Timeline" unless another was given.
     *
     * @return the title
     */
    public String title() {
        return title;
    }

    /**
     * How many events were recorded in all.
     *
     * @return a number of events
     */
    public long recorded() {
        return recorded;
    }

    /**
     * How many of them are not kept any more.
     *
     * @return a number of events
     */
    public long forgotten() {
        return recorded - events.size();
    }

    /**
     * How many stages have been forgotten, with their totals.
     *
     * @return a number of subscriptions
     */
    public long forgottenStages() {
        return forgottenStages;
    }

    /**
     * The names of the threads that did something.
     *
     * @return an immutable list
     */
    public List<String> threads() {
        return threads;
    }

    /**
     * The chains, the oldest first.
     *
     * @return an immutable list
     */
    public List<Chain> chains() {
        return chains;
    }

    /**
     * The stages, chain by chain.
     *
     * @return an immutable list
     */
    public List<Stage> stages() {
        return stages;
    }

    /**
     * The events that are kept, in the order in which they were recorded.
     *
     * @return an immutable list
     */
    public List<Event> events() {
        return events;
    }

    /**
     * All of this as JSON, in the format that the documentation describes.
     *
     * @return a JSON object
     */
    public String toJson() {
        return Json.text(this);
    }

    /**
     * Writes the JSON into a file, in UTF-8, in place of what was there.
     *
     * @param file the file
     * @throws IOException if that does not work
     */
    public void writeJson(Path file) throws IOException {
        write(file, this::toJson);
    }

    /**
     * A page that draws the events on a time axis, to be looked at in a browser. It is complete in itself and loads nothing.
     *
     * @return an HTML document
     */
    public String toHtml() {
        return Page.of(this);
    }

    /**
     * Writes the page into a file, in UTF-8, in place of what was there.
     *
     * @param file the file
     * @throws IOException if that does not work
     */
    public void writeHtml(Path file) throws IOException {
        write(file, this::toHtml);
    }

    /** Half a surrogate pair, which the text of an item may contain, becomes a question mark. */
    private static void write(Path file, Supplier<String> text) throws IOException {
        requireNonNull(file, "file must not be null");
        Files.write(file, text.get().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A drawing of all chains for a terminal: a line for each event, with requests going to the left and items to the right
     * between upright lines, which are the stages. Of a chain with more than 100 events the first 50 and the last 50 are drawn.
     * What a terminal would obey, in any text, is drawn as a space.
     *
     * @param columns how wide it is to be, at least 40; a chain whose stages need more takes more
     * @return lines of text
     * @throws IllegalArgumentException if there are fewer columns
     */
    public String toText(int columns) {
        return Drawing.of(this, columns);
    }
}
