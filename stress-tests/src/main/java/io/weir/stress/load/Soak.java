package io.weir.stress.load;

import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reactor.core.publisher.Hooks;

/** {@code ./soak 10m}: all operators and both adapters under changing load, for as long as it is told. */
public final class Soak {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})([smh])");
    private static final int CYCLES = 5;
    private static final int PRODUCERS = 8;
    private static final int REQUESTERS = 4;

    private final List<String> wrong = new ArrayList<>();
    private final StringBuilder report = new StringBuilder();

    private Soak() {}

    public static void main(String[] arguments) throws Exception {
        Matcher matcher = DURATION.matcher(arguments.length == 1 ? arguments[0] : "10m");
        if (!matcher.matches() || arguments.length > 1) {
            System.err.println("soak: expected how long, like 30s, 10m or 2h, was " + String.join(" ", arguments));
            System.exit(2);
        }
        TimeUnit unit = switch (matcher.group(2)) {
            case "s" -> TimeUnit.SECONDS;
            case "m" -> TimeUnit.MINUTES;
            default -> TimeUnit.HOURS;
        };
        Path folder = Path.of(System.getProperty("weir.soak.report", "target/soak"));
        boolean sound = new Soak().run(Duration.ofSeconds(unit.toSeconds(Long.parseLong(matcher.group(1)))), folder);
        System.exit(sound ? 0 : 1);
    }

    private boolean run(Duration time, Path folder) throws Exception {
        RxJavaPlugins.setErrorHandler(error -> {}); // errors that come too late are part of it
        Hooks.onErrorDropped(error -> {});
        List<Lane> lanes = Lanes.all();
        Samples samples = new Samples(lanes);
        int threadsBefore = Crowd.threadsBefore();
        Load load = new Load(time.dividedBy(CYCLES));
        try (Crowd crowd = new Crowd(lanes, load, PRODUCERS, REQUESTERS)) {
            long start = System.nanoTime();
            for (long second = 0; second < time.toSeconds(); ) {
                crowd.awaitSecond();
                second = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start); // a sample takes its time as well
                samples.take(second, load.now().name());
                System.err.printf(
                        Locale.ROOT,
                        "\r%d of %d s, %s   ",
                        second,
                        time.toSeconds(),
                        load.now().name());
            }
        }
        System.err.println();
        System.gc();
        judge(lanes, samples, threadsBefore);
        write(lanes, samples, folder);
        return wrong.isEmpty();
    }

    private void judge(List<Lane> lanes, Samples samples, int threadsBefore) {
        for (Lane lane : lanes) {
            lane.faults().forEach(wrong::add);
            Account account = lane.account();
            if (account.sent() != account.delivered() + account.dropped()) {
                wrong.add(lane + ": " + account.sent() + " items were sent, " + account.delivered() + " delivered and "
                        + account.dropped() + " dropped");
            }
            if (account.delivered() == 0) {
                wrong.add(lane + ": nothing was delivered");
            }
            if (account.timers() > 0) {
                wrong.add(lane + ": " + account.timers() + " tasks of timers are left");
            }
            if (lane.notForgotten() > 0) {
                wrong.add(lane + ": " + lane.notForgotten() + " subscriptions that are over are still in memory");
            }
        }
        if (!samples.heapIsFlat()) {
            wrong.add("the heap grew from " + samples.heapEarly() + " to " + samples.heapLate() + " bytes");
        }
        if (Thread.activeCount() > threadsBefore) {
            wrong.add("there were " + threadsBefore + " threads, and are " + Thread.activeCount());
        }
    }

    private void write(List<Lane> lanes, Samples samples, Path folder) throws IOException {
        line("%-36s %13s %15s %15s %15s  %s", "pipeline", "subscriptions", "sent", "delivered", "dropped", "");
        for (Lane lane : lanes) {
            Account account = lane.account();
            line(
                    "%-36s %,13d %,15d %,15d %,15d  %s",
                    lane,
                    account.subscriptions(),
                    account.sent(),
                    account.delivered(),
                    account.dropped(),
                    account.drops());
        }
        line("");
        line(
                "heap after collection: %,d bytes in the second quarter, %,d in the last",
                samples.heapEarly(), samples.heapLate());
        line("%s", wrong.isEmpty() ? "every item accounted for, and flat" : "WRONG:");
        wrong.forEach(what -> line("  %s", what));
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("report.txt"), report);
        Files.writeString(folder.resolve("soak.svg"), Chart.of(samples.all()));
        StringBuilder numbers = new StringBuilder("second,phase,waiting,delivered,dropped,heapBytes,threads,timers\n");
        for (Samples.Sample s : samples.all()) {
            numbers.append(String.format(
                    Locale.ROOT,
                    "%d,%s,%d,%d,%d,%d,%d,%d%n",
                    s.second(),
                    s.phase(),
                    s.waiting(),
                    s.delivered(),
                    s.dropped(),
                    s.heapBytes(),
                    s.threads(),
                    s.timers()));
        }
        Files.writeString(folder.resolve("samples.csv"), numbers);
        System.out.print(report);
        System.out.println("report: " + folder);
    }

    private void line(String format, Object... values) {
        report.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
