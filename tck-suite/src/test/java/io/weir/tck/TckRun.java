package io.weir.tck;

import static java.util.stream.Collectors.toCollection;

import io.weir.tck.RuleRecorder.Outcome;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.platform.commons.support.ReflectionSupport;
import org.testng.TestNG;
import org.testng.annotations.Factory;

/** A TCK class in one of its settings, and what became of its rules there. */
record TckRun(Class<?> tckClass, Setting setting) {
    static List<Class<?>> allClasses() {
        String here = TckRun.class.getPackageName();
        return ReflectionSupport.findAllClassesInPackage(here, TckRun::isTckClass, name -> true).stream()
                .sorted(Comparator.comparing(Class::getSimpleName))
                .toList();
    }

    private static boolean isTckClass(Class<?> type) {
        return type.getSimpleName().endsWith("TckTest") && !Modifier.isAbstract(type.getModifiers());
    }

    static List<TckRun> all() {
        return allClasses().stream().flatMap(TckRun::runs).toList();
    }

    /** Every setting, if the class asks for them; else the plain one. */
    private static Stream<TckRun> runs(Class<?> tckClass) {
        return Arrays.stream(Setting.values())
                .filter(setting -> setting == Setting.PLAIN || asksForSettings(tckClass))
                .map(setting -> new TckRun(tckClass, setting));
    }

    private static boolean asksForSettings(Class<?> tckClass) {
        Constructor<?>[] constructors = tckClass.getConstructors();
        Factory factory = constructors[0].getAnnotation(Factory.class);
        return factory != null && factory.dataProviderClass() == Setting.class;
    }

    /** The outcome of each rule. What has run in this process, as all has when the whole module is tested, does not run again. */
    Map<String, Outcome> outcomes() {
        if (RuleRecorder.outcomes(this) == null) {
            TestNG testng = new TestNG(false);
            testng.setVerbose(0);
            testng.setTestClasses(new Class<?>[] {tckClass});
            testng.run();
        }
        return RuleRecorder.outcomes(this);
    }

    SortedSet<String> rules(Outcome wanted) {
        Map<String, Outcome> outcomes = outcomes();
        return outcomes.keySet().stream()
                .filter(rule -> outcomes.get(rule) == wanted)
                .collect(toCollection(TreeSet::new));
    }

    @Override
    public String toString() {
        return tckClass.getSimpleName() + ", " + setting;
    }
}
