package io.weir.stress;

import io.weir.stress.races.CallbackEncounters;
import io.weir.stress.races.DemandEncounters;
import io.weir.stress.races.EndEncounters;
import io.weir.stress.races.InnerEncounters;
import io.weir.stress.races.InnerErrorEncounters;
import io.weir.stress.races.ItemEncounters;
import io.weir.stress.races.SiblingEncounters;
import io.weir.stress.races.SourceEncounters;
import io.weir.stress.races.TickEncounters;
import io.weir.stress.races.UpstreamEncounters;
import io.weir.stress.races.WithinEncounters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.infra.results.LL_Result;

/** An encounter in an operator, for tests that run the two threads in their own way. */
record Encounters(Supplier<Encounter> maker, Class<? extends Encounter> type, Subject subject) {
    /** Lambdas, and not references to constructors: what those make Lincheck does not look into. */
    @SuppressWarnings("UnnecessaryLambda")
    private static final List<Supplier<Encounter>> MAKERS = List.of(
            () -> new ItemEncounters.MeetsRequest(),
            () -> new ItemEncounters.TwoMeetRequest(),
            () -> new ItemEncounters.MeetsRequestWhileOneWaits(),
            () -> new ItemEncounters.MeetsCancel(),
            () -> new ItemEncounters.MeetsRefusal(),
            () -> new ItemEncounters.MeetsRefusalAsItIsDemanded(),
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
            () -> new WithinEncounters.RequestMeetsRequest(),
            () -> new WithinEncounters.RequestOfStreamMeetsRequest(),
            () -> new WithinEncounters.RequestMeetsRefusal(),
            () -> new WithinEncounters.RequestMeetsCancel(),
            () -> new InnerEncounters.ItemMeetsRequest(),
            () -> new InnerEncounters.ItemMeetsFirstRequest(),
            () -> new InnerEncounters.ItemMeetsCancel(),
            () -> new InnerEncounters.ItemMeetsRefusal(),
            () -> new InnerEncounters.CompletionMeetsRequest(),
            () -> new InnerEncounters.CompletionMeetsRequestWhileOneWaits(),
            () -> new InnerEncounters.LastItemMeetsRequestWhileOneWaits(),
            () -> new InnerEncounters.CompletionMeetsCancel(),
            () -> new InnerEncounters.WaitingItemMeetsRequest(),
            () -> new InnerErrorEncounters.ErrorMeetsCancel(),
            () -> new InnerErrorEncounters.DelayedErrorMeetsCancel(),
            () -> new InnerErrorEncounters.DelayedErrorMeetsRefusal(),
            () -> new SiblingEncounters.ItemsMeet(),
            () -> new SiblingEncounters.ItemsMeetForOneDemand(),
            () -> new SiblingEncounters.ErrorMeetsItem(),
            () -> new SiblingEncounters.CompletionsMeet(),
            () -> new UpstreamEncounters.CompletionMeetsCompletionOfUpstream(),
            () -> new UpstreamEncounters.CompletionMeetsItemOfUpstream(),
            () -> new UpstreamEncounters.CompletionMeetsLastItemOfUpstream(),
            () -> new UpstreamEncounters.ItemMeetsItemOfUpstream(),
            () -> new UpstreamEncounters.RequestMeetsItemOfUpstream(),
            () -> new UpstreamEncounters.ErrorMeetsItemOfUpstream(),
            () -> new UpstreamEncounters.ErrorMeetsErrorOfUpstream(),
            () -> new SourceEncounters.ItemsMeetRequest(),
            () -> new SourceEncounters.ItemsMeetCancel(),
            () -> new SourceEncounters.ItemsMeetRefusal(),
            () -> new TickEncounters.TickMeetsItem(),
            () -> new TickEncounters.TickMeetsNewerItem(),
            () -> new TickEncounters.TickMeetsCompletion(),
            () -> new TickEncounters.TickMeetsError(),
            () -> new TickEncounters.TickMeetsCancel(),
            () -> new TickEncounters.TickMeetsRequest(),
            () -> new TickEncounters.TickMeetsRefusal(),
            () -> new TickEncounters.ItemMeetsCancel(),
            () -> new TickEncounters.SamplerCompletionMeetsItem(),
            () -> new TickEncounters.SamplerErrorMeetsItem(),
            () -> new CallbackEncounters.ThrowingMeetsCancel(),
            () -> new CallbackEncounters.ThrowingMeetsRequest(),
            () -> new CallbackEncounters.ThrowingMeetsRefusal());

    static Stream<Encounters> all() throws ReflectiveOperationException {
        List<Encounters> all = new ArrayList<>();
        for (Supplier<Encounter> maker : MAKERS) {
            Subjects who = (Subjects) maker.get().getClass().getField("WHO").get(null);
            who.all().forEach(subject -> all.add(of(maker, subject)));
        }
        return all.stream();
    }

    static Encounters of(Supplier<Encounter> maker, Subject subject) {
        return new Encounters(maker, maker.get().getClass(), subject);
    }

    static List<Class<? extends Encounter>> types() {
        List<Class<? extends Encounter>> types = new ArrayList<>();
        MAKERS.forEach(maker -> types.add(maker.get().getClass()));
        return types;
    }

    /** Lets the two meet in that way, and tells what came of it. The subject must have been chosen. */
    String meet(Consumer<Encounter> way) {
        Encounter encounter = maker.get();
        Shared.encounter = encounter;
        way.accept(encounter);
        LL_Result result = new LL_Result();
        encounter.report(result);
        return result.r1 + ", " + result.r2;
    }

    /** Those of the outcomes that must not be. */
    List<String> wrong(Collection<String> outcomes) {
        List<Pattern> allowed = Arrays.stream(type.getAnnotationsByType(Outcome.class))
                .flatMap(outcome -> Arrays.stream(outcome.id()))
                .map(Pattern::compile)
                .toList();
        return outcomes.stream()
                .filter(outcome -> allowed.stream()
                        .noneMatch(pattern -> pattern.matcher(outcome).matches()))
                .toList();
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

    /** Tells Lincheck what the threads share: what a thread is given to do it takes for that thread's own, from Java 19 on. */
    @SuppressWarnings("UnusedVariable") // it is there to be written
    private static final class Shared {
        private static @Nullable Encounter encounter;
    }

    @Override
    public String toString() {
        return type.getDeclaringClass().getSimpleName() + "." + type.getSimpleName() + " in " + subject;
    }
}
