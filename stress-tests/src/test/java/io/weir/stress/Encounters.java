package io.weir.stress;

import io.weir.stress.races.CallbackEncounters;
import io.weir.stress.races.DemandEncounters;
import io.weir.stress.races.EndEncounters;
import io.weir.stress.races.InnerEncounters;
import io.weir.stress.races.ItemEncounters;
import io.weir.stress.races.SiblingEncounters;
import io.weir.stress.races.TickEncounters;
import io.weir.stress.races.UpstreamEncounters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.infra.results.LL_Result;

/** An encounter in an operator, for tests that run the two threads in their own way. */
record Encounters(Supplier<Encounter> maker, Subject subject) {
    /** Lambdas, and not references to constructors: what those make Lincheck does not look into. */
    @SuppressWarnings("UnnecessaryLambda")
    private static final List<Supplier<Encounter>> MAKERS = List.of(
            () -> new ItemEncounters.MeetsRequest(),
            () -> new ItemEncounters.TwoMeetRequest(),
            () -> new ItemEncounters.MeetsCancel(),
            () -> new ItemEncounters.MeetsRefusal(),
            () -> new ItemEncounters.TwoMeetRefusal(),
            () -> new EndEncounters.CompletionMeetsCancel(),
            () -> new EndEncounters.CompletionMeetsRequest(),
            () -> new EndEncounters.CompletionMeetsRefusal(),
            () -> new EndEncounters.ErrorMeetsCancel(),
            () -> new EndEncounters.ErrorMeetsRequest(),
            () -> new EndEncounters.ErrorMeetsRefusal(),
            () -> new DemandEncounters.RequestMeetsRequest(),
            () -> new DemandEncounters.RequestMeetsCancel(),
            () -> new DemandEncounters.RequestMeetsRefusal(),
            () -> new DemandEncounters.RefusalMeetsCancel(),
            () -> new DemandEncounters.RefusalMeetsRefusal(),
            () -> new InnerEncounters.ItemMeetsRequest(),
            () -> new InnerEncounters.ItemMeetsCancel(),
            () -> new InnerEncounters.ItemMeetsRefusal(),
            () -> new InnerEncounters.CompletionMeetsRequest(),
            () -> new InnerEncounters.CompletionMeetsRequestWhileOneWaits(),
            () -> new InnerEncounters.LastItemMeetsRequestWhileOneWaits(),
            () -> new InnerEncounters.CompletionMeetsCancel(),
            () -> new InnerEncounters.WaitingItemMeetsRequest(),
            () -> new SiblingEncounters.ItemsMeet(),
            () -> new SiblingEncounters.ItemsMeetForOneDemand(),
            () -> new SiblingEncounters.ErrorMeetsItem(),
            () -> new SiblingEncounters.CompletionsMeet(),
            () -> new UpstreamEncounters.CompletionMeetsCompletionOfUpstream(),
            () -> new UpstreamEncounters.CompletionMeetsItemOfUpstream(),
            () -> new UpstreamEncounters.ItemMeetsItemOfUpstream(),
            () -> new UpstreamEncounters.RequestMeetsItemOfUpstream(),
            () -> new UpstreamEncounters.ErrorMeetsItemOfUpstream(),
            () -> new UpstreamEncounters.ErrorMeetsErrorOfUpstream(),
            () -> new TickEncounters.TickMeetsItem(),
            () -> new TickEncounters.TickMeetsNewerItem(),
            () -> new TickEncounters.TickMeetsCompletion(),
            () -> new TickEncounters.TickMeetsError(),
            () -> new TickEncounters.TickMeetsCancel(),
            () -> new TickEncounters.TickMeetsRequest(),
            () -> new TickEncounters.TickMeetsRefusal(),
            () -> new TickEncounters.ItemMeetsCancel(),
            () -> new CallbackEncounters.ThrowingMeetsCancel(),
            () -> new CallbackEncounters.ThrowingMeetsRequest(),
            () -> new CallbackEncounters.ThrowingMeetsRefusal());

    static Stream<Encounters> all() throws ReflectiveOperationException {
        List<Encounters> all = new ArrayList<>();
        for (Supplier<Encounter> maker : MAKERS) {
            Subjects who = (Subjects) typeOf(maker).getField("WHO").get(null);
            who.all().forEach(subject -> all.add(new Encounters(maker, subject)));
        }
        return all.stream();
    }

    static List<Class<? extends Encounter>> types() {
        List<Class<? extends Encounter>> types = new ArrayList<>();
        MAKERS.forEach(maker -> types.add(typeOf(maker)));
        return types;
    }

    private static Class<? extends Encounter> typeOf(Supplier<Encounter> maker) {
        return maker.get().getClass();
    }

    /** What happens, again and again, when the two meet in that way; fails where something comes of it that must not. */
    Runnable meetingBy(Consumer<Encounter> way) {
        Pattern[] allowed = Arrays.stream(typeOf(maker).getAnnotationsByType(Outcome.class))
                .flatMap(outcome -> Arrays.stream(outcome.id()))
                .map(Pattern::compile)
                .toArray(Pattern[]::new);
        return () -> {
            String outcome = meet(way);
            for (Pattern pattern : allowed) {
                if (pattern.matcher(outcome).matches()) {
                    return;
                }
            }
            throw new AssertionError(outcome);
        };
    }

    static void firstThenSecond(Encounter encounter) {
        encounter.first();
        encounter.second();
    }

    static void secondThenFirst(Encounter encounter) {
        encounter.second();
        encounter.first();
    }

    static void onTwoThreads(Encounter encounter) {
        Thread first = new Thread(encounter::first);
        Thread second = new Thread(encounter::second);
        first.start();
        second.start();
        try {
            first.join();
            second.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String meet(Consumer<Encounter> way) {
        Encounter encounter = maker.get();
        way.accept(encounter);
        LL_Result result = new LL_Result();
        encounter.report(result);
        return result.r1 + ", " + result.r2;
    }

    @Override
    public String toString() {
        Class<?> type = typeOf(maker);
        return type.getDeclaringClass().getSimpleName() + "." + type.getSimpleName() + " in " + subject;
    }
}
