package org.mailstation.control;

import org.jspecify.annotations.Nullable;
import org.mailstation.text.Text;

/** The answer to {@link VacationRequest}. */
public sealed interface VacationAnswer {
    /**
     * How it is now.
     *
     * @param vacation {@code null}: nothing is answered
     */
    record State(@Nullable Vacation vacation) implements VacationAnswer {}

    record NoSuchAccount(String address) implements VacationAnswer {}

    /** Nothing has changed. */
    record Refused(Text reason) implements VacationAnswer {}
}
