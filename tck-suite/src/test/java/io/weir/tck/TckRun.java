package io.weir.tck;

import static java.util.stream.Collectors.toCollection;

import io.weir.tck.RuleRecorder.Outcome;
import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.platform.commons.support.ReflectionSupport;
import org.testng.TestNG;

/** Which TCK classes there are, and what became of their rules. */
final class TckRun {
    private TckRun() {}

    static List<Class<?>> allClasses() {
        String here = TckRun.class.getPackageName();
        return ReflectionSupport.findAllClassesInPackage(here, TckRun::isTckClass, name -> true).stream()
                .sorted(Comparator.comparing(Class::getSimpleName))
                .toList();
    }

    private static boolean isTckClass(Class<?> type) {
        return type.getSimpleName().endsWith("TckTest") && !Modifier.isAbstract(type.getModifiers());
    }

    /**
     * The outcome of each rule. A class that has run in this process, as all have when the whole module is tested, does not
     * run again.
     */
    static Map<String, Outcome> outcomes(Class<?> tckClass) {
        if (RuleRecorder.outcomes(tckClass) == null) {
            TestNG testng = new TestNG(false);
            testng.setVerbose(0);
            testng.setTestClasses(new Class<?>[] {tckClass});
            testng.run();
        }
        return RuleRecorder.outcomes(tckClass);
    }

    static SortedSet<String> rules(Map<String, Outcome> outcomes, Outcome wanted) {
        return outcomes.keySet().stream()
                .filter(rule -> outcomes.get(rule) == wanted)
                .collect(toCollection(TreeSet::new));
    }
}
