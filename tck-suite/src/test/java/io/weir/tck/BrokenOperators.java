package io.weir.tck;

import io.weir.IdentityOperator;
import io.weir.testkit.PassingSubscriber;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import org.testng.annotations.Factory;

/** An operator that only passes signals on, and three that each get one thing wrong, on purpose; and the TCK on each. */
final class BrokenOperators {
    private static final long MOST_ITEMS = 1000;

    private BrokenOperators() {}

    /** Does nothing wrong. */
    private static IdentityOperator intact() {
        return new PassingOperator(subscription -> subscription);
    }

    /** Asks for one item more than the subscriber with its first request, and passes it on. */
    private static IdentityOperator emitsOneTooMany() {
        return new PassingOperator(subscription -> new PassingSubscription(subscription) {
            private final AtomicBoolean asked = new AtomicBoolean();

            @Override
            public void request(long n) {
                boolean first = n > 0 && n < Long.MAX_VALUE && asked.compareAndSet(false, true);
                super.request(first ? n + 1 : n);
            }
        });
    }

    /** Lets the source go on when the subscriber cancels. */
    private static IdentityOperator signalsAfterCancel() {
        return new PassingOperator(subscription -> new PassingSubscription(subscription) {
            @Override
            public void cancel() {
                // and this is what is wrong
            }
        });
    }

    /** Forgets the second request. */
    private static IdentityOperator losesARequest() {
        return new PassingOperator(subscription -> new PassingSubscription(subscription) {
            private int requests;

            @Override
            public void request(long n) {
                if (++requests != 2) {
                    super.request(n);
                }
            }
        });
    }

    private static final class PassingOperator extends IdentityOperator {
        private final UnaryOperator<Subscription> fault;

        PassingOperator(UnaryOperator<Subscription> fault) {
            this.fault = fault;
        }

        @Override
        public <T> Publisher<T> apply(Publisher<T> source) {
            return subscriber -> source.subscribe(subscriber == null ? null : faulty(subscriber));
        }

        private <T> Subscriber<T> faulty(Subscriber<T> subscriber) {
            return new PassingSubscriber<>(subscriber) {
                @Override
                public void onSubscribe(Subscription subscription) {
                    super.onSubscribe(fault.apply(subscription));
                }
            };
        }

        @Override
        public long mostWaiting() {
            return 0;
        }
    }

    // -------------------------------------------------------- the TCK on each; TestNG wants them public

    private abstract static class Verification extends OperatorVerification {
        Verification(IdentityOperator operator) {
            this(operator, Setting.PLAIN);
        }

        Verification(IdentityOperator operator, Setting setting) {
            super(setting.of(operator), Tck.impatientEnvironment());
        }

        /** Few, since one of them does not stop when it is told to. */
        @Override
        public final long maxElementsFromPublisher() {
            return MOST_ITEMS;
        }
    }

    public static final class Intact extends Verification {
        public Intact() {
            super(intact());
        }
    }

    public static final class EmitsOneTooMany extends Verification {
        @Factory(dataProvider = "all", dataProviderClass = Setting.class)
        public EmitsOneTooMany(Setting setting) {
            super(emitsOneTooMany(), setting);
        }
    }

    public static final class SignalsAfterCancel extends Verification {
        public SignalsAfterCancel() {
            super(signalsAfterCancel());
        }
    }

    public static final class LosesARequest extends Verification {
        public LosesARequest() {
            super(losesARequest());
        }
    }
}
