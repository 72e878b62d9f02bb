package io.weir.examples.lab;

import io.weir.overflow.OverflowException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** All policies at once on one input, until the time is over, the input ends or somebody interrupts. */
final class Run {
    private final Settings settings;
    private final Input input;
    private final Recording recording;
    private final List<Row> rows;
    private final CompletableFuture<@Nullable Void> interruption = new CompletableFuture<>();
    private volatile long startedAt = System.nanoTime();

    Run(List<Policy> policies, Settings settings, Input input, Recording recording) {
        this.settings = settings;
        this.input = input;
        this.recording = recording;
        rows = policies.stream()
                .map(policy -> new Row(policy, settings, input, recording))
                .toList();
    }

    /** Ends the run early, with a result. Any thread may call it. */
    void interrupt() {
        interruption.complete(null);
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }

    long finishedRows() {
        return rows.stream().filter(row -> row.end().isDone()).count();
    }

    int rows() {
        return rows.size();
    }

    long mostReceived() {
        return rows.stream().mapToLong(Row::received).max().orElse(0);
    }

    /** How many items the slowest of the rows that still run has received. */
    long slowestReceived() {
        return rows.stream()
                .filter(row -> !row.end().isDone())
                .mapToLong(Row::received)
                .min()
                .orElse(mostReceived());
    }

    String items() {
        return input.items();
    }

    /**
     * Runs to the end.
     *
     * @param limit how long to run; zero means until the input ends
     * @throws IOException when the input cannot be read
     */
    RunResult untilEnd(Duration limit) throws IOException, InterruptedException {
        startedAt = System.nanoTime();
        try {
            rows.forEach(Row::start);
            input.start();
            if (!input.canBeSlowed()) {
                startedAt = System.nanoTime(); // some take a moment to start
            }
            awaitEnd(limit);
            Duration elapsed = elapsed();
            bringToRest();
            recording.stop();
            List<RowResult> results = rows.stream().map(Row::result).toList();
            throwInputError(results);
            return new RunResult(
                    input.title(),
                    input.manner(),
                    input.items(),
                    input.canBeSlowed(),
                    total(results),
                    elapsed,
                    settings,
                    results);
        } finally {
            bringToRest();
            rows.forEach(Row::cancel);
        }
    }

    private void awaitEnd(Duration limit) throws InterruptedException {
        CompletableFuture<?> allEnded =
                CompletableFuture.allOf(rows.stream().map(Row::end).toArray(CompletableFuture<?>[]::new));
        CompletableFuture<?> end = CompletableFuture.anyOf(allEnded, interruption);
        try {
            if (limit.isZero()) {
                end.get();
            } else {
                end.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (TimeoutException e) {
            // the time is over
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void bringToRest() throws InterruptedException {
        input.stop();
        rows.forEach(Row::stop);
        for (Row row : rows) {
            row.awaitRest();
        }
    }

    /** A stream fails because its policy does, or because its input did. */
    private static void throwInputError(List<RowResult> results) throws IOException {
        for (RowResult row : results) {
            Throwable error = row.error().orElse(null);
            if (error instanceof IOException unreadable) {
                throw unreadable;
            }
            if (error != null && !(error instanceof OverflowException)) {
                throw new IllegalStateException(row.policy() + " failed", error);
            }
        }
    }

    private OptionalLong total(List<RowResult> results) {
        if (input.sent().isPresent()) {
            return input.sent();
        }
        return results.stream()
                .filter(row -> row.ended() && row.error().isEmpty())
                .mapToLong(RowResult::received)
                .max();
    }
}
