package io.weir.stress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openjdk.jcstress.JCStress;
import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.infra.collectors.DiskReadCollector;
import org.openjdk.jcstress.infra.collectors.InProcessCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.runners.TestList;

/** The encounters at full speed. */
public final class Races {
    private static final List<String> ALWAYS = List.of("-m", "quick", "-f", "1", "-sc", "false");

    /** A few minutes for all: a fork lives for a moment, and needs no more than the serial collector. */
    public static final List<String> SHORT =
            List.of("-iters", "1", "-time", "50", "-af", "NONE", "-jvmArgs", "-XX:+UseSerialGC");

    private final SortedSet<String> notRun;
    private final List<String> failed = new ArrayList<>();
    private final Map<String, Map<String, Long>> meetings = new TreeMap<>(); // of each encounter, in each operator

    private Races(Iterable<TestResult> results) {
        notRun = new TreeSet<>(TestList.tests());
        for (TestResult result : results) {
            if (result.getTotalCount() > 0) {
                notRun.remove(result.getName());
            }
            if (!result.grading().isPassed) {
                failed.add(result.getName() + ": " + result.grading().failureMessages);
            }
            for (String outcome : result.getStateKeys()) {
                meetings.computeIfAbsent(result.getName(), name -> new TreeMap<>())
                        .merge(operatorOf(outcome), result.getCount(outcome), Long::sum);
            }
        }
    }

    /** The operator that an outcome begins with: its name may contain a comma. */
    private static String operatorOf(String outcome) {
        return Subject.ALL.stream()
                .map(Subject::toString)
                .filter(name -> outcome.startsWith(name + ", "))
                .reduce("", (a, b) -> a.length() > b.length() ? a : b);
    }

    /**
     * Runs them. jcstress says on standard output how it goes, and writes a report.
     *
     * @param report the folder for the report
     * @param options for jcstress, besides those that it always gets
     */
    public static Races run(Path report, List<String> options) throws Exception {
        Files.createDirectories(report);
        List<String> all = new ArrayList<>(ALWAYS);
        all.addAll(options);
        all.addAll(List.of("-r", report.toString()));
        Options parsed = new Options(all.toArray(String[]::new));
        if (!parsed.parse()) {
            throw new IllegalArgumentException("jcstress does not know all of " + options);
        }
        Path results = Path.of(parsed.getResultFile());
        try {
            runAll(parsed);
            return new Races(read(results));
        } finally {
            Files.deleteIfExists(results);
        }
    }

    @SuppressWarnings("CatchAndPrintStackTrace") // it is one of jcstress' own, and says which outcome was forbidden
    private static void runAll(Options options) throws Exception {
        try {
            new JCStress(options).run();
        } catch (AssertionError e) {
            e.printStackTrace();
        }
    }

    private static Iterable<TestResult> read(Path results) throws IOException, ClassNotFoundException {
        InProcessCollector found = new InProcessCollector();
        DiskReadCollector reader = new DiskReadCollector(results.toString(), found);
        try {
            reader.dump();
        } finally {
            reader.close();
        }
        return found.getTestResults();
    }

    /** Encounters that exist and were not run: jcstress itself does not mind. */
    public SortedSet<String> notRun() {
        return notRun;
    }

    /** Encounters of which something came that must not, and what. */
    public List<String> failed() {
        return failed;
    }

    /** How often the two threads of an encounter have met in an operator. */
    public long meetings(Class<? extends Encounter> encounter, Subject operator) {
        return meetings.getOrDefault(encounter.getCanonicalName(), Map.of()).getOrDefault(operator.toString(), 0L);
    }

    /** How many meetings there were, by operator. */
    public Map<String, Long> meetings() {
        Map<String, Long> sum = new TreeMap<>();
        meetings.values().forEach(each -> each.forEach((operator, times) -> sum.merge(operator, times, Long::sum)));
        return sum;
    }
}
