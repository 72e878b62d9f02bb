package io.weir.timeline;

import org.jspecify.annotations.Nullable;

/** What a line shows of one boundary: what the stage above it has to say, an arrow, and what is demanded after that. */
final class DrawnCell {
    private static final int DEMAND_COLUMNS = 5;
    private static final int LEAST_LABEL = 3; // of an item, when notes leave little room

    private String incoming = "";
    private String notes = "";
    private @Nullable String label;
    private boolean upwards;
    private String demand = "";

    /** An item came in, nobody knows from where. */
    void comesIn(String item) {
        incoming = "• " + item;
    }

    /** It is known now, and shown there. */
    void cameFromAbove() {
        incoming = "";
    }

    void note(String note) {
        notes = notes.isEmpty() ? note : notes + " " + note;
    }

    void up(String what, String demand) {
        upwards = true;
        down(what, demand);
    }

    void down(String what, String demand) {
        label = what;
        this.demand = demand;
    }

    boolean hasArrow() {
        return label != null;
    }

    /** Exactly so wide. */
    String text(int columns) {
        String what = label;
        if (what == null) {
            return padded(notes(), columns);
        }
        int room = columns - DEMAND_COLUMNS - 1;
        String arrow = upwards ? up(what, room) : down(what, room);
        return arrow + " ".repeat(Math.max(1, DEMAND_COLUMNS - demand.length())) + demand + " ";
    }

    private String up(String what, int room) {
        String arrow = "◄─ " + Texts.cut(what, room - 4) + " ";
        return arrow + "─".repeat(Math.max(0, room - arrow.length()));
    }

    private String down(String what, int room) {
        String note = notes().isEmpty() ? "" : Texts.cut(notes(), room - LEAST_LABEL - 5) + " ";
        String arrow = " " + Texts.cut(what, room - 4 - note.length()) + " ─►";
        return note + "─".repeat(Math.max(0, room - note.length() - arrow.length())) + arrow;
    }

    private String notes() {
        return incoming.isEmpty() || notes.isEmpty() ? incoming + notes : incoming + " " + notes;
    }

    static String padded(String text, int columns) {
        return text.length() > columns ? Texts.cut(text, columns) : text + " ".repeat(columns - text.length());
    }
}
