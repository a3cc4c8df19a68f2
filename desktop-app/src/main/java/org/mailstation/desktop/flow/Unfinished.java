package org.mailstation.desktop.flow;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.draft.Draft;
import org.mailstation.desktop.draft.Omitted;

/**
 * Where somebody was in the set-up, and what was typed until then, without any password: what
 * outlasts the program. Public, as it is written by reflection.
 *
 * @param station address, as the person calls it
 * @param revision of the settings that the station ran then; 0: none
 * @param draft {@code null}: the station runs it already, and only the pages afterwards are left
 * @param touched fields that the person had been to
 * @param omitted passwords that were typed, and must be typed again
 */
public record Unfinished(
        String station,
        int revision,
        Step step,
        Instant when,
        @Nullable Draft draft,
        Set<String> touched,
        List<Omitted> omitted) {

    public Unfinished {
        draft = draft == null ? null : draft.withoutPasswords();
        touched = Set.copyOf(touched);
        omitted = List.copyOf(omitted);
    }

    /** After the station took the settings. */
    static Unfinished afterwards(String station, Step step, Instant when) {
        return new Unfinished(station, 0, step, when, null, Set.of(), List.of());
    }
}
