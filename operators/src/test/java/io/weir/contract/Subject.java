package io.weir.contract;

import io.weir.Configurable;
import io.weir.IdentityOperator;
import io.weir.Operator;
import io.weir.flatten.FlattenOptions;
import io.weir.spi.StageSettings;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.reactivestreams.Publisher;

/**
 * An operator as the contract suite sees it: something that passes items on one for one, with the settings the suite
 * wants it to have.
 */
final class Subject {
    /** What a test must know of an operator. */
    enum Trait {
        /** Takes everything that upstream has, at once. */
        TAKES_ALL,
        /** Lets items wait that nobody asked for. */
        LETS_WAIT,
        /** Emits when the sampler says so. */
        SAMPLES,
        /** Cannot be named or watched. */
        NO_SETTINGS,
        /** Several stages, of which only the last says how it stands. */
        COMPOSED,
        /** Drops what nobody asked for, or what is too old. */
        DROPS,
    }

    /** A period of the sampling subjects, of virtual time. */
    static final Duration PERIOD = Duration.ofSeconds(1);

    private final String name;
    private final Function<StageSettings, Function<Publisher<Object>, Publisher<Object>>> operator;
    private final long mostWaiting;
    private final Set<Trait> traits;

    private Subject(
            String name,
            Function<StageSettings, Function<Publisher<Object>, Publisher<Object>>> operator,
            long mostWaiting,
            Trait... traits) {
        this.name = name;
        this.operator = operator;
        this.mostWaiting = mostWaiting;
        this.traits = EnumSet.noneOf(Trait.class);
        this.traits.addAll(Set.of(traits));
    }

    static <S extends IdentityOperator & Configurable<S>> Subject of(S operator, Trait... traits) {
        return new Subject(
                operator.toString(), settings -> operator.with(settings)::apply, operator.mostWaiting(), traits);
    }

    static Subject flattening(Function<FlattenOptions, Operator<Object, Object>> operator, Trait... traits) {
        Operator<Object, Object> plain = operator.apply(FlattenOptions.defaults());
        return new Subject(
                plain.toString(),
                settings -> operator.apply(FlattenOptions.defaults().with(settings)),
                plain.mostWaiting(),
                traits);
    }

    static Subject of(Operator<Object, Object> operator, Trait... traits) {
        Subject subject = new Subject(operator.toString(), settings -> operator, operator.mostWaiting(), traits);
        subject.traits.add(Trait.NO_SETTINGS);
        return subject;
    }

    Publisher<Object> apply(Publisher<Object> source, StageSettings settings) {
        return operator.apply(settings).apply(source);
    }

    long mostWaiting() {
        return mostWaiting;
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }

    @Override
    public String toString() {
        return name;
    }
}
