package org.mailstation.desktop.work;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Carries a {@link Failure} up to whoever shows it. */
public final class FailureException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public FailureException(Failure failure) {
        this(failure, null);
    }

    /**
     * @param cause for the log only; its text is never shown, since nobody promises that it holds
     *     no secret
     */
    public FailureException(Failure failure, @Nullable Throwable cause) {
        super(failure.code() + ": " + failure.text().in(Locale.ENGLISH), cause);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
