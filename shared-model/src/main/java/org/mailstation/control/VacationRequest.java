package org.mailstation.control;

import org.jspecify.annotations.Nullable;

/**
 * Asks whether somebody is away, or says so.
 *
 * @param address of a configured account
 * @param vacation for {@link Wanted#ON}; {@code null} otherwise
 */
public record VacationRequest(String address, Wanted wanted, @Nullable Vacation vacation) {
    /** What to do before answering. */
    public enum Wanted {
        SHOW,
        ON,
        OFF
    }
}
