package io.weir.internal;

import io.weir.spi.StageContext;
import org.jspecify.annotations.Nullable;

/** A subscriber of this library, which hands the context of the stage that it belongs to on to the stages above it. */
interface ContextBearer {
    @Nullable
    StageContext context();
}
