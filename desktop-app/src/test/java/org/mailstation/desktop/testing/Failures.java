package org.mailstation.desktop.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.mailstation.desktop.work.Failure;
import org.mailstation.desktop.work.FailureException;

/** What every failure must be like, whatever it is. */
public final class Failures {
    private Failures() {}

    /** Runs something that must fail in this way, and returns how. */
    public static <F extends Failure> F expect(Class<F> kind, ThrowingCallable work) {
        Throwable thrown = catchThrowable(work);
        assertThat(thrown).isInstanceOf(FailureException.class);
        Failure failure = ((FailureException) thrown).failure();
        assertThat(failure).as("%s", thrown).isInstanceOf(kind);
        assertThat(failure.text().in(Locale.ENGLISH)).as("words in English").contains(" ");
        assertThat(failure.text().in(Locale.GERMAN))
                .isNotEqualTo(failure.text().in(Locale.ENGLISH));
        return kind.cast(failure);
    }
}
