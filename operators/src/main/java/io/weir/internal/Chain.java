package io.weir.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a chain consists of, for people to read. Immutable. */
public final class Chain {
    private record Part(String text, long mostWaiting) {}

    private final Object source; // its text is made when it is asked for
    private final List<Part> stages;

    private Chain(Object source, List<Part> stages) {
        this.source = source;
        this.stages = stages;
    }

    /** A source that says by its {@code toString} how it was made. */
    public static Chain from(Object source) {
        return new Chain(source, List.of());
    }

    /** A call that takes a publisher: it is named by its class, if that has a name that says something. */
    public static Chain from(String call, Object publisher) {
        Class<?> type = publisher.getClass();
        boolean named = !type.isHidden()
                && !type.isSynthetic()
                && !type.getSimpleName().isEmpty()
                && type.getPackage() != Chain.class.getPackage(); // a stage's publisher is not for users
        return from(call + "(" + (named ? type.getSimpleName() : "publisher") + ")");
    }

    public Chain and(String stage, long mostWaiting) {
        List<Part> more = new ArrayList<>(stages);
        more.add(new Part(stage, mostWaiting));
        return new Chain(source, List.copyOf(more));
    }

    public String describe() {
        long sum = stages.stream().mapToLong(Part::mostWaiting).reduce(0, Demand::sum);
        List<Part> rows = new ArrayList<>(stages);
        rows.add(new Part("all together", sum));
        int width = rows.stream().mapToInt(row -> row.text.length()).max().orElse(0);
        return source
                + rows.stream()
                        .map(row -> String.format(
                                Locale.ROOT,
                                "%n  %-" + width + "s  holds at most %s",
                                row.text,
                                items(row.mostWaiting)))
                        .collect(Collectors.joining());
    }

    private static String items(long n) {
        if (n == Demand.UNBOUNDED) {
            return "any number of items";
        }
        return String.format(Locale.ROOT, "%,d item%s", n, n == 1 ? "" : "s");
    }

    @Override
    public String toString() {
        return source + stages.stream().map(stage -> ".via(" + stage.text + ")").collect(Collectors.joining());
    }
}
