package io.weir.internal;

import io.weir.Weir;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** Sees through a {@link Weir}: what it publishes, and whether that is just one item, which is there already. */
public abstract class InsideWeir {
    private static volatile @Nullable InsideWeir access;

    /** For {@link Weir}, which alone knows. */
    public static void accessBy(InsideWeir seer) {
        access = seer;
    }

    static <T> @Nullable T onlyItemOf(Weir<T> weir) {
        InsideWeir seer = access;
        return seer == null ? null : seer.onlyItem(weir);
    }

    /** The source of this library that it is, with no operator behind it; null for all others. */
    static <T> @Nullable PullSource<T> sourceOf(Weir<T> weir) {
        InsideWeir seer = access;
        return seer != null && seer.publisher(weir) instanceof PullSource<T> source ? source : null;
    }

    protected abstract <T> @Nullable T onlyItem(Weir<T> weir);

    protected abstract <T> Publisher<T> publisher(Weir<T> weir);
}
