package io.weir.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.format.OutputFormat;

/** Tells the progress what JMH has done, and keeps what JMH says about a contender in case that it fails. */
final class QuietFormat implements OutputFormat {
    private final Progress progress;
    private final StringBuilder said = new StringBuilder();

    QuietFormat(Progress progress) {
        this.progress = progress;
    }

    /** What JMH has said last. */
    String said() {
        return said.toString().strip();
    }

    @Override
    public void startBenchmark(BenchmarkParams params) {
        said.setLength(0);
        said.append(params.getParam(JmhMethod.CONTENDER)).append('\n');
    }

    @Override
    public void endBenchmark(BenchmarkResult result) {
        progress.done();
    }

    @Override
    public void print(String text) {
        said.append(text);
    }

    @Override
    public void println(String text) {
        said.append(text).append('\n');
    }

    @Override
    public void write(int character) {
        said.append((char) character);
    }

    @Override
    public void write(byte[] text) {
        said.append(new String(text, StandardCharsets.UTF_8));
    }

    @Override
    public void iteration(BenchmarkParams benchmark, IterationParams params, int iteration) {}

    @Override
    public void iterationResult(
            BenchmarkParams benchmark, IterationParams params, int iteration, IterationResult data) {}

    @Override
    public void startRun() {}

    @Override
    public void endRun(Collection<RunResult> results) {}

    @Override
    public void verbosePrintln(String text) {}

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
