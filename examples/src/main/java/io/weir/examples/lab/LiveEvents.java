package io.weir.examples.lab;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import jdk.jfr.FlightRecorder;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;
import org.jspecify.annotations.Nullable;

/**
 * The events of this very JVM, as its Flight Recorder streams them: about once a second, all of that second at once.
 *
 * <p>Nothing is made up for the purpose. Most events come from the lab itself: its consumers park and wake up all the
 * time, classes are loaded and compiled, memory is allocated.
 */
final class LiveEvents extends HotInput {
    private static final List<String> EVERY_ONE = List.of(
            "jdk.ThreadPark",
            "jdk.ThreadSleep",
            "jdk.ThreadStart",
            "jdk.ThreadEnd",
            "jdk.JavaMonitorEnter",
            "jdk.JavaMonitorWait",
            "jdk.ClassLoad",
            "jdk.ClassDefine",
            "jdk.Compilation",
            "jdk.FileRead",
            "jdk.FileWrite",
            "jdk.SocketRead",
            "jdk.SocketWrite",
            "jdk.GarbageCollection",
            "jdk.GCPhasePause",
            "jdk.SafepointBegin",
            "jdk.SafepointEnd",
            "jdk.ExecuteVMOperation",
            "jdk.ObjectAllocationInNewTLAB",
            "jdk.ObjectAllocationOutsideTLAB",
            "jdk.ObjectAllocationSample");
    private static final Map<String, Duration> PERIODIC = Map.of(
            "jdk.CPULoad", Duration.ofMillis(100),
            "jdk.ThreadCPULoad", Duration.ofMillis(100),
            "jdk.ExecutionSample", Duration.ofMillis(10));
    private static final long PATIENCE_SECONDS = 10;
    private static final int KINDS_SHOWN = 3;

    private final Map<String, LongAdder> kinds = new ConcurrentHashMap<>();
    private final CountDownLatch flowing = new CountDownLatch(1);
    private @Nullable RecordingStream stream;

    @Override
    public void start() throws IOException, InterruptedException {
        if (!FlightRecorder.isAvailable()) {
            throw new IOException("this JVM has no Flight Recorder; use --file, - or --rate");
        }
        RecordingStream events;
        try {
            events = new RecordingStream();
        } catch (IllegalStateException | SecurityException e) {
            throw new IOException("the Flight Recorder cannot be started: " + e.getMessage(), e);
        }
        stream = events;
        EVERY_ONE.forEach(name -> events.enable(name).withoutThreshold().withoutStackTrace());
        PERIODIC.forEach((name, period) -> events.enable(name).withPeriod(period));
        events.onEvent(this::received);
        events.onFlush(flowing::countDown);
        events.startAsync();
        if (!flowing.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("the Flight Recorder has sent nothing for " + PATIENCE_SECONDS + " s");
        }
    }

    /** The recorder may use the event again, so only its name goes on. */
    private void received(RecordedEvent event) {
        String name = event.getEventType().getName();
        kinds.computeIfAbsent(name, n -> new LongAdder()).increment();
        send(name);
    }

    @Override
    void close() {
        RecordingStream events = stream;
        if (events != null) {
            events.close();
        }
    }

    @Override
    public String items() {
        return "events";
    }

    @Override
    public String title() {
        long all = Math.max(1, kinds.values().stream().mapToLong(LongAdder::sum).sum());
        String most = kinds.entrySet().stream()
                .sorted(Comparator.comparingLong(e -> -e.getValue().sum()))
                .limit(KINDS_SHOWN)
                .map(e -> e.getKey() + " " + Figures.percent(e.getValue().sum(), all))
                .collect(Collectors.joining(", "));
        return "live events of this JVM" + (most.isEmpty() ? "" : " (" + most + ")");
    }

    @Override
    public String manner() {
        return "The Flight Recorder sends them in bursts, about once a second, and cannot be slowed down.";
    }
}
