package io.weir.reactor;

import static io.weir.Operators.buffer;
import static io.weir.Operators.concatMap;
import static io.weir.Operators.drop;
import static io.weir.Operators.filter;
import static io.weir.Operators.latest;
import static io.weir.Operators.map;
import static io.weir.Operators.mergeMap;
import static io.weir.Operators.sample;
import static io.weir.Operators.switchMap;
import static io.weir.Operators.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.DropReason;
import io.weir.spi.Probe;
import io.weir.spi.Timer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.blockhound.BlockHound;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Nothing blocks on the threads that must not block. */
class BlockHoundTest {
    private static final int ITEMS = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static void ignore(Object item, DropReason reason) {}

    @BeforeAll
    static void install() {
        BlockHound.install();
    }

    static Stream<Function<Flux<Integer>, Flux<Integer>>> operators() {
        return Stream.of(
                ReactorAdapter.via(buffer(ITEMS).probe(Probe.counting()).onDropped(BlockHoundTest::ignore)),
                ReactorAdapter.via(buffer(8).dropOldest()),
                ReactorAdapter.via(buffer(8).dropNewest()),
                ReactorAdapter.via(drop()),
                ReactorAdapter.via(latest()),
                ReactorAdapter.via(sample(Duration.ofNanos(1000))),
                ReactorAdapter.via(sample(Duration.ofNanos(1000)).timer(Timer.shared())),
                ReactorAdapter.via(sample(ticks())),
                ReactorAdapter.via(map(item -> item)),
                ReactorAdapter.via(filter(item -> true)),
                ReactorAdapter.via(take(ITEMS)),
                ReactorAdapter.via(concatMap(BlockHoundTest::elsewhere)),
                ReactorAdapter.via(mergeMap(4, BlockHoundTest::elsewhere)),
                ReactorAdapter.via(switchMap(BlockHoundTest::elsewhere)));
    }

    /** Not {@code Flux.interval}: to cancel it may block, and BlockHound then throws within the lock of its scheduler. */
    private static Flux<Integer> ticks() {
        return Flux.just(1).repeat().delayElements(Duration.ofNanos(1000));
    }

    private static Flux<Integer> elsewhere(int item) {
        return Flux.just(item, item).publishOn(Schedulers.parallel());
    }

    /** Upstream, the operator and what is below it meet on three threads. */
    @ParameterizedTest
    @MethodSource("operators")
    void noOperatorBlocks(Function<Flux<Integer>, Flux<Integer>> operator) {
        Long count = Flux.range(0, ITEMS)
                .subscribeOn(Schedulers.parallel())
                .transform(operator)
                .publishOn(Schedulers.parallel(), 16)
                .count()
                .block(PATIENCE);
        assertThat(count).isPositive();
    }

    @Test
    void blockingWouldBeSeen() {
        assertThatThrownBy(() -> Flux.just(1)
                        .subscribeOn(Schedulers.parallel())
                        .transform(ReactorAdapter.via(map(BlockHoundTest::block)))
                        .blockLast(PATIENCE))
                .hasRootCauseInstanceOf(BlockingOperationError.class);
    }

    /** For so long that it cannot be over before it has begun; BlockHound throws at the beginning. */
    private static int block(int item) {
        try {
            new CountDownLatch(1).await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return item;
    }
}
