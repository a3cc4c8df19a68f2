package org.mailstation.desktop.flow;

import java.time.Instant;
import java.util.List;
import org.mailstation.desktop.draft.Omitted;

/**
 * The draft is one that was begun in an earlier run of the program.
 *
 * @param when it was left
 * @param then revision of the settings that it was made from
 * @param now revision that the station runs; another one if somebody changed something meanwhile
 * @param missing passwords that were typed then, and not again since
 */
public record Resumed(Instant when, int then, int now, List<Omitted> missing) {
    public Resumed {
        missing = List.copyOf(missing);
    }

    /** Whether the station was changed since. */
    public boolean overtaken() {
        return then != now;
    }
}
