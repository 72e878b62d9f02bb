package io.weir.spi;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.DropReason;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class StageSettingsTest {
    private final IllegalStateException error = new IllegalStateException("callback");
    private final NoClassDefFoundError fatal = new NoClassDefFoundError("callback");

    private static BiConsumer<Object, DropReason> throwing(RuntimeException thrown) {
        return (item, reason) -> {
            throw thrown;
        };
    }

    private final BiConsumer<Object, DropReason> fatallyThrowing = (item, reason) -> {
        throw fatal;
    };

    @Test
    void ofTwoCallbacksThatThrowTheFirstIsHeardWithTheOtherAttached() {
        IllegalStateException other = new IllegalStateException("other");
        StageSettings settings = StageSettings.NONE.onDropped(throwing(error)).onDropped(throwing(other));
        assertThatThrownBy(() -> settings.onDropped().accept("item", DropReason.NO_DEMAND))
                .isSameAs(error)
                .hasSuppressedException(other);
    }

    @Test
    void whatNoStreamCanCarryIsHeardWhicheverOfTheTwoThrowsIt() {
        for (StageSettings settings : new StageSettings[] {
            StageSettings.NONE.onDropped(fatallyThrowing).onDropped(throwing(error)),
            StageSettings.NONE.onDropped(throwing(error)).onDropped(fatallyThrowing)
        }) {
            assertThatThrownBy(() -> settings.onDropped().accept("item", DropReason.NO_DEMAND))
                    .isSameAs(fatal)
                    .hasSuppressedException(error);
        }
    }
}
