package io.weir.benchmarks.report;

import com.sun.management.OperatingSystemMXBean;
import io.reactivex.rxjava3.core.Flowable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;

/**
 * What must be known about a run to repeat it. Nothing that names the machine or its folders.
 *
 * @param facts what is known, by its name
 */
public record Conditions(Map<String, String> facts) {
    private static final String UNKNOWN = "unknown";
    private static final long MIB = 1024 * 1024;

    /**
     * Those of a run that begins now.
     *
     * @param home where the repository is
     * @param command what was typed
     * @param pace how long each contender is measured
     * @param heap of the JVMs that measure
     */
    public static Conditions now(Path home, String command, String pace, String heap) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Date", LocalDate.now(ZoneOffset.UTC).toString());
        facts.put("Command", command);
        facts.put("Commit", commit(home));
        facts.put("Measured with", pace);
        facts.put("Reactor", versionOf(Flux.class));
        facts.put("RxJava", versionOf(Flowable.class));
        facts.put("JDK", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        facts.put("JVM options", options(heap));
        facts.put("Garbage collector", collectors());
        facts.put("Processor", processor());
        facts.put("Cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
        facts.put("Memory", memory());
        facts.put("System", system());
        return new Conditions(facts);
    }

    private static String commit(Path home) {
        String commit = output(home, "git", "rev-parse", "--short", "HEAD");
        // The page and its figures are what a run writes.
        String changes = output(home, "git", "status", "--porcelain", "--", ".", ":!" + Page.FILE, ":!" + Results.FILE);
        return commit.isEmpty() ? UNKNOWN : changes.isEmpty() ? commit : commit + ", with changes";
    }

    private static String output(Path folder, String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? text.strip() : "";
        } catch (IOException noSuchCommand) {
            return "";
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** As the name of its jar has it. */
    private static String versionOf(Class<?> type) {
        Matcher jar = Pattern.compile("-(\\d[^/]*)\\.jar$")
                .matcher(
                        type.getProtectionDomain().getCodeSource().getLocation().getPath());
        return jar.find() ? jar.group(1) : UNKNOWN;
    }

    /** Those that make a JVM faster or slower; others may name folders. */
    private static String options(String heap) {
        String own = System.getenv().getOrDefault("JAVA_OPTS", "");
        return Stream.concat(
                        Stream.of("-Xms" + heap, "-Xmx" + heap, "-XX:+AlwaysPreTouch"),
                        Arrays.stream(own.split("\\s+", -1)).filter(option -> option.matches("-X[^/]*")))
                .collect(Collectors.joining(" "));
    }

    private static String collectors() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(bean -> bean.getName())
                .collect(Collectors.joining(", "));
    }

    /** A virtual machine may be told no more than the maker of its processor; so the model is added by its number. */
    private static String processor() {
        Path info = Path.of("/proc/cpuinfo");
        String name = valueIn(info, "model name\\s*:\\s*(.*)").orElseGet(() -> System.getProperty("os.arch", UNKNOWN));
        String family = valueIn(info, "cpu family\\s*:\\s*(.*)")
                .map(n -> ", family " + n)
                .orElse("");
        String model =
                valueIn(info, "model\\s*:\\s*(.*)").map(n -> ", model " + n).orElse("");
        return name + family + model;
    }

    private static String memory() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return system.getTotalMemorySize() / MIB + " MiB";
    }

    private static String system() {
        String name = System.getProperty("os.name") + " on " + System.getProperty("os.arch");
        return valueIn(Path.of("/etc/os-release"), "PRETTY_NAME=\"(.*)\"")
                .map(pretty -> pretty + ", " + name)
                .orElse(name);
    }

    private static Optional<String> valueIn(Path file, String line) {
        try {
            List<String> lines = Files.readAllLines(file);
            Pattern pattern = Pattern.compile(line);
            return lines.stream()
                    .map(pattern::matcher)
                    .filter(Matcher::matches)
                    .map(matcher -> matcher.group(1).strip())
                    .findFirst();
        } catch (IOException noSuchFile) {
            return Optional.empty();
        }
    }
}
