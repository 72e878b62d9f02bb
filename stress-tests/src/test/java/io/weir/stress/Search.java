package io.weir.stress;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The search for a fault, by JVMs that have it first on their class path: in many orders by several of them, then at full
 * speed by one. It is over with the first find, or with its time.
 */
final class Search {
    private static final List<String> IN_MANY_ORDERS = List.of(
            "-Dweir.stress.orders=200", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"); // no code is run for long

    private final Path folder;
    private final String classPath;
    private final long nanos;
    private final long start = System.nanoTime();

    /**
     * @param folder has the faulty classes in {@code classes}, and is for what the JVMs write
     */
    Search(Path folder, String classPath, long minutes) {
        this.folder = folder;
        this.classPath = folder.resolve("classes") + File.pathSeparator + classPath;
        this.nanos = TimeUnit.MINUTES.toNanos(minutes);
    }

    /** Which check has found what, if any has. */
    Optional<String> find() throws Exception {
        List<String> parts =
                IntStream.range(0, Finder.PARTS).mapToObj(String::valueOf).toList();
        Optional<String> found = firstFindOf(parts, IN_MANY_ORDERS);
        return found.isPresent() ? found : firstFindOf(List.of(Finder.STRESS), List.of());
    }

    long seconds() {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    }

    private Optional<String> firstFindOf(List<String> roles, List<String> options) throws Exception {
        CompletableFuture<Optional<String>> first = new CompletableFuture<>();
        List<CompletableFuture<Void>> ends = new ArrayList<>();
        List<Process> finders = new ArrayList<>();
        try {
            for (String role : roles) {
                Path log = folder.resolve(role + ".txt");
                Process finder = started(role, options, log);
                finders.add(finder);
                ends.add(finder.onExit()
                        .thenAccept(ended -> found(ended, log).ifPresent(found -> first.complete(Optional.of(found)))));
            }
            CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new)).whenComplete((all, failure) -> {
                if (failure == null) {
                    first.complete(Optional.empty());
                } else {
                    first.completeExceptionally(failure);
                }
            });
            return first.get(start + nanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return Optional.empty();
        } finally {
            for (Process finder : finders) {
                finder.descendants().forEach(ProcessHandle::destroyForcibly);
                finder.destroyForcibly().waitFor();
            }
        }
    }

    private Process started(String role, List<String> options, Path log) throws IOException {
        List<String> command = Stream.of(
                        List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        options,
                        List.of("-cp", classPath, Finder.class.getName()),
                        List.of(role, folder.resolve("report").toString()))
                .flatMap(List::stream)
                .toList();
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static Optional<String> found(Process ended, Path log) {
        if (ended.exitValue() != 0) {
            throw new IllegalStateException("a finder ended with exit code " + ended.exitValue() + ", see " + log);
        }
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.startsWith(Finder.FOUND))
                    .findFirst()
                    .map(line -> line.substring(Finder.FOUND.length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
