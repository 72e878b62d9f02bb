package io.weir.examples.lessons;

import io.weir.DropReason;
import io.weir.spi.CountingProbe;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a probe has counted, on one line. */
final class Tally {
    private Tally() {}

    static String line(String name, CountingProbe.Snapshot counted) {
        return String.format(
                Locale.ROOT,
                "%-16s received %d, delivered %d, waiting %d, dropped %s",
                name,
                counted.received(),
                counted.emitted(),
                counted.waiting(),
                reasons(counted.dropped()));
    }

    private static String reasons(Map<DropReason, Long> dropped) {
        return dropped.isEmpty()
                ? "none"
                : dropped.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", "));
    }
}
