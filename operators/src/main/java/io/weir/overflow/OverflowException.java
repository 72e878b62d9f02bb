package io.weir.overflow;

/** Ends a stream whose buffer was full when one more item came. */
public final class OverflowException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    OverflowException(String message) {
        super(message);
    }
}
