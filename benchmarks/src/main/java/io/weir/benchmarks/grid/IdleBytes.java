package io.weir.benchmarks.grid;

import io.reactivex.rxjava3.core.Flowable;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jol.info.GraphLayout;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.core.publisher.Flux;

/**
 * How many bytes an operator holds for a subscriber that has requested one item and got none yet.
 *
 * <p>Two crowds of subscribers, one twice as large as the other, are laid out with all that can be reached from them. The
 * difference, divided by the number of subscribers, is what one more subscriber costs: what they share cancels out, be it the
 * operator, the source or a singleton. The source's subscription refers to its subscriber, as those of real sources do, so
 * that everything a library puts between the two is found. What source and subscriber cost by themselves, without any operator
 * between them, is subtracted; what a library wraps around a subscriber that it does not trust is counted, and the native
 * contenders show the operator without it.
 *
 * <p>What an operator makes only when the first item comes is not in the figure, and neither is anything that no subscriber
 * refers to.
 *
 * <p>The JVM needs {@code -Djol.magicFieldOffset=true}, for records and lambdas. From Java 24 on, {@code
 * --sun-misc-unsafe-memory-access=allow} spares a warning. JOL also warns that it has no instrumentation; {@code
 * -Djdk.attach.allowAttachSelf=true} would give it that, and the figures are the same.
 */
public final class IdleBytes {
    public static final List<String> OPERATORS =
            Stream.of(Work.values()).map(Work::toString).toList();

    private static final String GRID = IdleBytes.class.getSimpleName();
    private static final int CROWD = 100;

    private final Publisher<Integer> source = subscriber -> subscriber.onSubscribe(new Silence(subscriber));
    private final Blackhole blackhole = new Blackhole(
            "Today's password is swordfish. I understand instantiating Blackholes directly is dangerous.");

    private IdleBytes() {}

    /** All contenders of an operator; one figure each, as all would be the same. */
    public static List<Figure> measure(String operator) {
        return new IdleBytes().row(Work.named(operator));
    }

    private List<Figure> row(Work work) {
        double withoutOperator = each(Rounds.plain(source, 1));
        Publisher<Integer> weir = work.weir(new Work.Plain(source), item -> source);
        Flux<Integer> flux = work.reactor(Flux.from(source), item -> source);
        Flowable<Integer> flowable = work.rxjava(Flowable.fromPublisher(source), item -> source);
        return List.of(
                new Figure(GRID, work.toString(), "weir", each(Rounds.plain(weir, 1)) - withoutOperator),
                new Figure(GRID, work.toString(), "reactor", each(Rounds.plain(flux, 1)) - withoutOperator),
                new Figure(GRID, work.toString(), "rxjava", each(Rounds.plain(flowable, 1)) - withoutOperator),
                new Figure(GRID, work.toString(), "reactor native", each(Rounds.ofReactor(flux, 1)) - withoutOperator),
                new Figure(
                        GRID, work.toString(), "rxjava native", each(Rounds.ofRxJava(flowable, 1)) - withoutOperator));
    }

    private double each(Function<Blackhole, Sink> subscription) {
        return each(() -> subscription.apply(blackhole));
    }

    /** What one more of these costs, with everything that belongs to it alone. */
    static double each(Supplier<?> supplier) {
        Object[] many = Stream.generate(supplier).limit(2 * CROWD).toArray();
        Object[] half = Arrays.copyOf(many, CROWD);
        long difference = GraphLayout.parseInstance(many).totalSize()
                - GraphLayout.parseInstance(half).totalSize();
        return (double) difference / CROWD;
    }

    /** Sends nothing and holds its subscriber. */
    private record Silence(Subscriber<? super Integer> subscriber) implements Subscription {
        @Override
        public void request(long n) {}

        @Override
        public void cancel() {}
    }
}
