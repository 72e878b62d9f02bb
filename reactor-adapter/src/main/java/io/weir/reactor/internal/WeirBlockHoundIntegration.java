package io.weir.reactor.internal;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/** Lets {@code Timer.shared()} take the lock of its queue for a moment when a task is called off. */
public final class WeirBlockHoundIntegration implements BlockHoundIntegration {
    @Override
    public void applyTo(BlockHound.Builder builder) {
        builder.allowBlockingCallsInside("io.weir.internal.SharedTimer$Scheduled", "cancel");
    }
}
