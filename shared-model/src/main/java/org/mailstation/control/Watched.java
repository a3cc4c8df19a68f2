package org.mailstation.control;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the station saw when it looked at itself.
 *
 * @param address who is told of changes; empty: nobody
 * @param whole when everything was looked at last by itself; {@code null}: not yet
 * @param troubles what is not as it should be now
 * @param notes the changes, the newest first
 */
public record Watched(
        String address, @Nullable Instant whole, List<Trouble> troubles, List<WatchNote> notes) {
    public Watched {
        troubles = List.copyOf(troubles);
        notes = List.copyOf(notes);
    }
}
