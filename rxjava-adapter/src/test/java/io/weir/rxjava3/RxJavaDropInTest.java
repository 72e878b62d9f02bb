package io.weir.rxjava3;

import static io.reactivex.rxjava3.core.BackpressureOverflowStrategy.DROP_LATEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import io.weir.testkit.TestSubscriber;
import io.weir.testkit.differential.DropInSuite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RxJava's operators and ours, side by side. */
@ResourceLock("io.reactivex.rxjava3.plugins.RxJavaPlugins")
class RxJavaDropInTest extends DropInSuite {
    RxJavaDropInTest() {
        super(new RxJavaLibrary(), RxJavaRows.TABLE, Flowable.class, RxJavaRows.class);
    }

    @BeforeAll
    void prepare() {
        RxJavaLibrary.prepare();
    }

    @AfterAll
    void reset() {
        RxJavaPlugins.reset();
    }

    /** Without a strategy RxJava rounds a capacity up to a power of two. */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "4, 4", "9, 16", "1000, 1024"})
    void capacityIsRoundedUp(int capacity, int waiting) {
        TestSubscriber<Integer> subscriber = TestSubscriber.create();
        Flowable.range(1, 2 * waiting).onBackpressureBuffer(capacity, true).subscribe(subscriber);
        subscriber.request(Long.MAX_VALUE);
        assertThat(subscriber.items()).hasSize(waiting);
    }

    @Test
    void dropLatestDropsTheNewestOfThoseThatWait() {
        TestSubscriber<Integer> subscriber = TestSubscriber.create();
        Flowable.range(1, 6).onBackpressureBuffer(3, null, DROP_LATEST).subscribe(subscriber);
        subscriber.request(Long.MAX_VALUE);
        assertThat(subscriber.items()).containsExactly(1, 2, 6);
    }
}
