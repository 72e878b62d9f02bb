package io.weir.examples.neighbours;

import io.weir.DropReason;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a program tells about its run, a line for each figure. */
final class Account {
    private static final double MB = 1 << 20;

    private final StringBuilder text;

    Account(String title) {
        text = new StringBuilder(title).append('\n');
    }

    Account line(String what, Object value) {
        text.append(String.format(Locale.ROOT, "  %-54s %s%n", what, value));
        return this;
    }

    Account line(String what, long value) {
        return line(what, count(value));
    }

    Account line(String what, boolean value) {
        return line(what, value ? "yes" : "no");
    }

    Account line(String what, Map<DropReason, Long> dropped) {
        String reasons = dropped.entrySet().stream()
                .map(entry -> count(entry.getValue()) + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        return line(what, reasons.isEmpty() ? "nothing" : reasons);
    }

    /** Shows the accounts, and in how small a heap they came about. */
    static void print(Account... accounts) {
        for (Account account : accounts) {
            System.out.println(account);
        }
        System.out.println(
                "All of this in a heap of " + megabytes(Runtime.getRuntime().maxMemory()) + ".");
    }

    static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,.1f MB", bytes / MB);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
