package io.weir.overflow;

import static io.weir.internal.Require.atLeastOne;
import static io.weir.internal.Require.notNull;

import io.weir.Configurable;
import io.weir.DropReason;
import io.weir.IdentityOperator;
import io.weir.internal.QueueLink;
import io.weir.internal.Stage;
import io.weir.spi.StageSettings;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;

/**
 * Lets items wait, up to a capacity, until they are asked for.
 *
 * <p><b>Demand:</b> asks upstream for an unbounded number of items at once, and emits as many as were requested.
 *
 * <p><b>Overflow:</b> exactly {@code capacity} items may wait. When one more comes, the policy decides: {@link
 * #failWhenFull()} (the default), {@link #dropOldest()} or {@link #dropNewest()}.
 *
 * <p><b>Errors:</b> an error from upstream, and the {@link OverflowException} of a full buffer, come after the items that
 * wait. An overflow cancels upstream at once.
 *
 * <p><b>Drops:</b> {@link DropReason#BUFFER_FULL} for what the policy gives up, {@link DropReason#CANCELLED} for what
 * waits when the stream is cancelled, {@link DropReason#FAILED} for what waits when the subscriber makes an invalid
 * request, and for what upstream still sends after an overflow.
 *
 * <p><b>Threads:</b> none of its own. Items are emitted on upstream's thread while nothing waits, else on the thread that
 * requests or the one that signals.
 */
public final class BufferOperator extends IdentityOperator implements Configurable<BufferOperator> {
    private final int capacity;
    private final Policy policy;
    private final StageSettings settings;

    private BufferOperator(int capacity, Policy policy, StageSettings settings) {
        this.capacity = capacity;
        this.policy = policy;
        this.settings = settings;
    }

    /**
     * A buffer that fails when it is full.
     *
     * @param capacity how many items may wait, at least 1
     * @return the operator
     * @throws IllegalArgumentException if the capacity is less than 1
     */
    public static BufferOperator of(int capacity) {
        return new BufferOperator(atLeastOne("buffer capacity", capacity), Policy.FAIL_WHEN_FULL, StageSettings.NONE);
    }

    /**
     * When the buffer is full, the item that came is dropped, upstream is cancelled, and after the waiting items comes
     * {@code onError} with an {@link OverflowException}. The default.
     *
     * @return the operator with this policy
     */
    public BufferOperator failWhenFull() {
        return new BufferOperator(capacity, Policy.FAIL_WHEN_FULL, settings);
    }

    /**
     * When the buffer is full, the item that has waited longest is dropped in favour of the one that came.
     *
     * @return the operator with this policy
     */
    public BufferOperator dropOldest() {
        return new BufferOperator(capacity, Policy.DROP_OLDEST, settings);
    }

    /**
     * When the buffer is full, the item that came is dropped.
     *
     * @return the operator with this policy
     */
    public BufferOperator dropNewest() {
        return new BufferOperator(capacity, Policy.DROP_NEWEST, settings);
    }

    @Override
    public <T> Publisher<T> apply(Publisher<T> source) {
        return Stage.over(source, this, (spec, downstream) -> spec.policy.link(spec, downstream));
    }

    @Override
    public long mostWaiting() {
        return capacity;
    }

    @Override
    public StageSettings settings() {
        return settings;
    }

    @Override
    public BufferOperator with(StageSettings settings) {
        return new BufferOperator(capacity, policy, notNull("settings", settings));
    }

    @Override
    public String toString() {
        return "buffer(" + capacity + ")" + policy.text + settings;
    }

    private enum Policy {
        FAIL_WHEN_FULL("") {
            @Override
            <T> QueueLink<T> link(BufferOperator spec, Subscriber<? super T> downstream) {
                return new FailWhenFull<>(spec, downstream);
            }
        },
        DROP_OLDEST(".dropOldest()") {
            @Override
            <T> QueueLink<T> link(BufferOperator spec, Subscriber<? super T> downstream) {
                return new QueueLink.ReplaceOldest<>(
                        spec, spec.settings, downstream, spec.capacity, DropReason.BUFFER_FULL);
            }
        },
        DROP_NEWEST(".dropNewest()") {
            @Override
            <T> QueueLink<T> link(BufferOperator spec, Subscriber<? super T> downstream) {
                return new DropNewest<>(spec, downstream);
            }
        };

        private final String text;

        Policy(String text) {
            this.text = text;
        }

        abstract <T> QueueLink<T> link(BufferOperator spec, Subscriber<? super T> downstream);
    }

    private static final class FailWhenFull<T> extends QueueLink<T> {
        private final BufferOperator spec;

        FailWhenFull(BufferOperator spec, Subscriber<? super T> downstream) {
            super(spec, spec.settings, downstream, spec.capacity);
            this.spec = spec;
        }

        @Override
        protected void overflow(T item) {
            if (drop(item, DropReason.BUFFER_FULL)) {
                fail(new OverflowException(
                        spec + " is full: " + spec.capacity + " items wait, and one more came without demand"));
            }
        }
    }

    private static final class DropNewest<T> extends QueueLink<T> {
        DropNewest(BufferOperator spec, Subscriber<? super T> downstream) {
            super(spec, spec.settings, downstream, spec.capacity);
        }

        @Override
        protected void overflow(T item) {
            drop(item, DropReason.BUFFER_FULL);
        }
    }
}
