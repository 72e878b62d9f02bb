package io.weir.internal;

import io.weir.Weir;
import org.jspecify.annotations.Nullable;

/** Sees through a {@link Weir} whether it has just one item, which is there already. */
public abstract class OnlyItem {
    private static volatile @Nullable OnlyItem access;

    /** For {@link Weir}, which alone knows. */
    public static void accessBy(OnlyItem seer) {
        access = seer;
    }

    static <T> @Nullable T of(Weir<T> weir) {
        OnlyItem seer = access;
        return seer == null ? null : seer.in(weir);
    }

    protected abstract <T> @Nullable T in(Weir<T> weir);
}
