package io.weir.stress.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What can be seen of a stage from outside: what the model says of it, or what it does. */
final class Seen {
    static final long UNBOUNDED = Long.MAX_VALUE;

    private final List<Integer> items = new ArrayList<>();
    private final Map<Integer, List<String>> drops = new TreeMap<>(); // in which order does not matter
    private final Map<Integer, Long> innersAsked = new TreeMap<>(); // those that are at work
    private String end = "goes on";
    private int lateErrors;
    private long asked;
    private boolean cancelled;
    private boolean reasonsMatter = true;

    void item(int item) {
        items.add(item);
    }

    /** Once a request was refused it is not said as what an item is dropped. */
    void dropped(int item, String reason) {
        drops.computeIfAbsent(item, i -> new ArrayList<>()).add(reasonsMatter ? reason : "dropped");
    }

    void reasonsMatterNoMore() {
        reasonsMatter = false;
    }

    void end(String how) {
        end = end.equals("goes on") ? how : end + " and " + how;
    }

    void lateError() {
        lateErrors++;
    }

    /** Upstream is asked for so many; what it is asked for after its end does not matter. */
    void asked(long n) {
        if (!cancelled) {
            asked = asked + n < 0 ? UNBOUNDED : asked + n;
        }
    }

    void upstreamCancelled() {
        cancelled = true;
    }

    void innerAsked(int inner, long n) {
        innersAsked.merge(inner, n, (a, b) -> a + b < 0 ? UNBOUNDED : a + b);
    }

    void innerOver(int inner) {
        innersAsked.remove(inner);
    }

    List<Integer> items() {
        return items;
    }

    boolean isUpstreamCancelled() {
        return cancelled;
    }

    long asked() {
        return asked;
    }

    private static String amount(long n) {
        return n == UNBOUNDED ? "everything" : Long.toString(n);
    }

    @Override
    public String toString() {
        StringBuilder inners = new StringBuilder();
        innersAsked.forEach((inner, n) ->
                inners.append(", stream ").append(inner).append(" asked for ").append(amount(n)));
        return "items " + items + ", drops " + drops + ", " + end + ", late errors " + lateErrors + ", upstream "
                + (cancelled ? "cancelled" : "asked for " + amount(asked)) + inners;
    }
}
