package io.weir.tck;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.testng.ITestListener;
import org.testng.ITestResult;
import org.testng.internal.RuntimeBehavior;

/**
 * Notes what became of each rule of each TCK class in each of its settings, whoever runs it. TestNG finds this listener as a service.
 *
 * <p>The engine that runs TestNG on the JUnit Platform looks for tests by dry runs, in which every test is said to
 * succeed; these do not count.
 */
public final class RuleRecorder implements ITestListener {
    enum Outcome {
        PASSED,
        FAILED,
        SKIPPED
    }

    private static final Map<TckRun, Map<String, Outcome>> OUTCOMES = new ConcurrentHashMap<>();

    /** The outcome of each rule by the name of its method; null if this run has not been in this process. */
    static Map<String, Outcome> outcomes(TckRun run) {
        return OUTCOMES.get(run);
    }

    @Override
    public void onTestSuccess(ITestResult result) {
        note(result, Outcome.PASSED);
    }

    @Override
    public void onTestFailure(ITestResult result) {
        note(result, Outcome.FAILED);
    }

    @Override
    public void onTestSkipped(ITestResult result) {
        note(result, Outcome.SKIPPED);
    }

    private static void note(ITestResult result, Outcome outcome) {
        if (!RuntimeBehavior.isDryRun()) {
            Map<String, Outcome> rules = OUTCOMES.computeIfAbsent(run(result), unused -> new TreeMap<>());
            synchronized (rules) {
                rules.put(result.getMethod().getMethodName(), outcome);
            }
        }
    }

    private static TckRun run(ITestResult result) {
        Object[] settings = result.getFactoryParameters();
        return new TckRun(
                result.getTestClass().getRealClass(), settings.length == 0 ? Setting.PLAIN : (Setting) settings[0]);
    }
}
