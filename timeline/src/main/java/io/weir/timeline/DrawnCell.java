package io.weir.timeline;

import org.jspecify.annotations.Nullable;

/** What a line shows of one boundary: what the stage above it has to say, an arrow, and what is demanded after that. */
final class DrawnCell {
    static final int FEWEST_DEMAND_COLUMNS = 5;
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

    int demandColumns() {
        return Math.max(FEWEST_DEMAND_COLUMNS, 1 + demand.length());
    }

    /** Exactly so wide. */
    String text(int columns, int demandColumns) {
        String what = label;
        if (what == null) {
            return padded(notes(), columns);
        }
        int room = columns - demandColumns - 1;
        String arrow = upwards ? up(what, room) : down(what, room);
        return arrow + " ".repeat(demandColumns - demand.length()) + demand + " ";
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
        String cut = Texts.cut(text, columns);
        return cut + " ".repeat(columns - cut.length());
    }
}
