package io.weir.timeline;

import io.weir.timeline.Timeline.Chain;
import io.weir.timeline.Timeline.Event;
import io.weir.timeline.Timeline.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A chain as text: the stages are upright lines, and between two of them is their boundary, with requests going to the left and
 * items to the right. What a stage did with an item stands beside the item.
 */
final class ChainDrawing {
    private static final int MOST_LINES = 100;
    private static final int FEWEST_CELL_COLUMNS = 11; // without the demand
    private static final int FEWEST_FIRST_CELL_COLUMNS = 13; // an arrow with three letters
    private static final int MOST_FIRST_CELL_COLUMNS = 16; // what comes in above needs no more room than an item
    private static final int TIME_COLUMNS = 10;
    private static final int MOST_THREAD_COLUMNS = 14;

    /** Events are drawn as one if they are no further apart than this, or than this part of the whole time. */
    private static final long NEAR_NANOS = 100_000;

    private static final long NEAR_PART = 200;

    private final Timeline timeline;
    private final List<Integer> stages;
    private final List<Event> events;
    private final TimeScale scale;
    private final int columns;
    private final int threadColumns;
    private final int firstColumns;
    private final int cellColumns;
    private final int demandColumns;
    private final long nearNanos;
    private final List<DrawnLine> drawn;

    ChainDrawing(Timeline timeline, Chain chain, TimeScale scale, int columns) {
        this.timeline = timeline;
        this.stages = chain.stages();
        this.scale = scale;
        this.columns = columns;
        events = timeline.events().stream()
                .filter(event -> stages.contains(event.stage()))
                .toList();
        nearNanos = Math.max(NEAR_NANOS, wholeNanos() / NEAR_PART);
        drawn = drawn();
        threadColumns = threadColumns();
        demandColumns = demandColumns();
        int left = columns - TIME_COLUMNS - threadColumns - stages.size();
        int fewest = FEWEST_CELL_COLUMNS + demandColumns;
        firstColumns =
                Math.max(FEWEST_FIRST_CELL_COLUMNS, Math.min(MOST_FIRST_CELL_COLUMNS, left - fewest * stages.size()));
        cellColumns = Math.max(fewest, (left - firstColumns) / stages.size());
    }

    private int demandColumns() {
        return drawn.stream().mapToInt(DrawnLine::demandColumns).max().orElse(DrawnCell.FEWEST_DEMAND_COLUMNS);
    }

    private int threadColumns() {
        List<String> names = events.stream()
                .map(Event::thread)
                .distinct()
                .map(timeline.threads()::get)
                .toList();
        int longest = names.stream().mapToInt(String::length).max().orElse(0);
        return names.size() < 2 ? 0 : Math.min(MOST_THREAD_COLUMNS, longest) + 1;
    }

    private long wholeNanos() {
        return timeline.events().isEmpty()
                ? 0
                : timeline.events().get(timeline.events().size() - 1).nanos();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(header());
        if (drawn.size() <= MOST_LINES) {
            write(drawn, lines);
        } else {
            write(drawn.subList(0, MOST_LINES / 2), lines);
            lines.add("%s… %,d more lines …".formatted(margin("", ""), drawn.size() - MOST_LINES));
            write(drawn.subList(drawn.size() - MOST_LINES / 2, drawn.size()), lines);
        }
        return lines;
    }

    // --------------------------------------------------------------------------------------- what is drawn

    private List<DrawnLine> drawn() {
        List<DrawnLine> lines = new ArrayList<>();
        long[] demand = stages.stream()
                .mapToLong(stage -> timeline.stages().get(stage).before().outstanding())
                .toArray();
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            int position = stages.indexOf(event.stage());
            DrawnLine line = lines.isEmpty() ? null : lines.get(lines.size() - 1);
            boolean joins = line != null && line.takes(event, position);
            if (line == null || (!joins && isShown(i, position, demand[position]))) {
                line = new DrawnLine(event, nearNanos, stages.size(), expands(0));
                lines.add(line);
                joins = true;
            }
            demand[position] = demandAfter(event, demand[position]);
            if (joins) {
                line.add(event, position, demand[position]);
            }
        }
        return lines;
    }

    /** What says nothing that is not said by the events around it is left out, unless it goes on with a line. */
    private boolean isShown(int place, int position, long demand) {
        return switch (events.get(place).kind()) {
            case RECEIVED -> (position == 0 && !expands(0)) || !isPassedOn(place);
            case PAUSED -> demand > 0; // without demand there is nothing to send
            case RESUMED -> false; // the next request above says so, or the next item
            default -> true;
        };
    }

    private boolean expands(int position) {
        return timeline.stages().get(stages.get(position)).totals().expanded() > 0;
    }

    /** True if the next thing the stage does with an item that it received is to hand it on. */
    private boolean isPassedOn(int place) {
        Event received = events.get(place);
        return events.subList(place + 1, events.size()).stream()
                .filter(event -> event.stage() == received.stage() && event.kind() != Kind.PAUSED)
                .findFirst()
                .filter(next -> next.kind() == Kind.EMITTED && Objects.equals(next.item(), received.item()))
                .isPresent();
    }

    private static long demandAfter(Event event, long before) {
        return switch (event.kind()) {
            case REQUESTED -> Lane.sum(before, event.n());
            case EMITTED -> before == Long.MAX_VALUE ? before : before - 1;
            default -> before;
        };
    }

    // ---------------------------------------------------------------------------------------- how it is drawn

    private String header() {
        StringBuilder header = new StringBuilder(margin("", "")).append(DrawnCell.padded("", firstColumns));
        for (int stage : stages) {
            header.append('│')
                    .append(DrawnCell.padded(timeline.stages().get(stage).name(), cellColumns));
        }
        return header.toString();
    }

    private void write(List<DrawnLine> drawn, List<String> lines) {
        String before = "";
        for (DrawnLine line : drawn) {
            String time = scale.text(line.first().nanos());
            String thread = timeline.threads().get(line.first().thread());
            lines.add(margin(time.equals(before) ? "" : time, thread)
                    + line.text(firstColumns, cellColumns, demandColumns));
            before = time;
            if (line.first().kind() == Kind.FAILED) {
                ("✗ " + line.first().item())
                        .lines()
                        .flatMap(part -> Texts.wrapped(part, columns - TIME_COLUMNS).stream())
                        .forEach(part -> lines.add(" ".repeat(TIME_COLUMNS) + part));
            }
        }
    }

    private String margin(String time, String thread) {
        String when = " ".repeat(Math.max(0, TIME_COLUMNS - 2 - time.length())) + time + "  ";
        return threadColumns == 0 ? when : when + DrawnCell.padded(thread, threadColumns);
    }
}
