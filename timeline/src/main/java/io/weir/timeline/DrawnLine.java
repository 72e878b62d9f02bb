package io.weir.timeline;

import io.weir.timeline.Timeline.Event;
import io.weir.timeline.Timeline.Kind;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One line of a drawing: what one thread did in one go. It goes up, as a request does that is passed on from boundary to
 * boundary; or down, as an item does, with what each stage did with it beside its arrow.
 */
final class DrawnLine {
    private final Event first;
    private final long nearNanos;
    private final boolean flattensFirst;
    private final DrawnCell[] cells; // what comes in above the first stage, and then what crosses below each of them

    private Event last;
    private int lastPosition;
    private @Nullable Object item; // on its way down

    /**
     * Begins a line.
     *
     * @param first the event that it begins with
     * @param nearNanos events that are further apart do not belong together
     * @param stages how many stages the chain has
     * @param flattensFirst whether the first of them may receive items of inner streams, as a probe cannot tell
     */
    DrawnLine(Event first, long nearNanos, int stages, boolean flattensFirst) {
        this.first = first;
        this.nearNanos = nearNanos;
        this.flattensFirst = flattensFirst;
        last = first;
        cells = IntStream.rangeClosed(0, stages).mapToObj(i -> new DrawnCell()).toArray(DrawnCell[]::new);
    }

    Event first() {
        return first;
    }

    /** True if an event of the stage at this position goes on with what the line shows. */
    boolean takes(Event event, int position) {
        if (event.thread() != first.thread() || event.nanos() - last.nanos() > nearNanos) {
            return false;
        }
        return switch (event.kind()) {
            case SUBSCRIBED, REQUESTED, CANCELLED -> last.kind() == event.kind() && position == lastPosition - 1;
            case COMPLETED, FAILED -> last.kind() == event.kind() && position == lastPosition + 1;
            case RECEIVED -> isHandedOver(event, position);
            case EMITTED -> isWithin(position) && (item == null || isTheItem(event));
            case EXPANDED, WAITING, DROPPED, PAUSED -> isWithin(position);
            case RESUMED -> last.kind() == Kind.REQUESTED && position == lastPosition;
        };
    }

    /** True if what one stage has just handed on is what the next one receives. */
    private boolean isHandedOver(Event event, int position) {
        return last.kind() == Kind.EMITTED && position == lastPosition + 1 && isTheItem(event);
    }

    /** True if the stage at work is still the same, and has handed on nothing yet. */
    private boolean isWithin(int position) {
        boolean down = switch (first.kind()) {
            case SUBSCRIBED, REQUESTED, CANCELLED -> false;
            default -> true;
        };
        return down && position == lastPosition && !cells[position + 1].hasArrow();
    }

    private boolean isTheItem(Event event) {
        return Objects.equals(event.item(), item);
    }

    /** Adds an event of the stage at this position, after which so much is demanded of that stage. */
    void add(Event event, int position, long demand) {
        DrawnCell below = cells[position + 1];
        String text = Texts.of(Objects.requireNonNullElse(event.item(), ""), Texts.ITEM_LENGTH);
        switch (event.kind()) {
            case SUBSCRIBED -> below.up("subscribe", "");
            case REQUESTED -> below.up(number(event.n()), number(demand));
            case CANCELLED -> below.up("cancel", "");
            case RECEIVED -> received(event, position, text);
            case EMITTED -> {
                item = event.item();
                below.down(text, number(demand));
            }
            case COMPLETED -> below.down("done", "");
            case FAILED -> below.down("error", "");
            case EXPANDED -> expanded(event, position, text);
            case WAITING -> below.note("▮ " + number(event.n()) + " of " + number(event.capacity()));
            case DROPPED -> below.note("✗ " + text + " " + event.reason());
            case PAUSED -> below.note("‖");
            case RESUMED -> {
                return; // the request before it is what goes on
            }
        }
        last = event;
        lastPosition = position;
    }

    private void received(Event event, int position, String text) {
        if (position == 0 && !flattensFirst) {
            cells[0].down(text, "");
        } else if (!isHandedOver(event, position)) {
            cells[position + 1].comesIn(text);
        }
        item = event.item();
    }

    /** What becomes a stream as soon as it comes in has come from above. */
    private void expanded(Event event, int position, String text) {
        if (position == 0 && isTheItem(event)) {
            cells[1].cameFromAbove();
            cells[0].down(text, "");
        }
        cells[position + 1].note("⇉ " + text);
    }

    int demandColumns() {
        return Arrays.stream(cells).mapToInt(DrawnCell::demandColumns).max().orElseThrow();
    }

    /** The cells with the stages between them. */
    String text(int firstColumns, int columns, int demandColumns) {
        StringBuilder text = new StringBuilder(cells[0].text(firstColumns, DrawnCell.FEWEST_DEMAND_COLUMNS));
        for (int i = 1; i < cells.length; i++) {
            text.append('│').append(cells[i].text(columns, demandColumns));
        }
        return text.toString();
    }

    static String number(long n) {
        return n == Long.MAX_VALUE ? "∞" : String.valueOf(n);
    }
}
