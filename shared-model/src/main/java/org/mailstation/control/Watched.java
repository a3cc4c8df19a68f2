package org.mailstation.control;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.text.Text;

/**
 * What the station saw when it looked at itself.
 *
 * @param on whether it looks without being asked
 * @param every how often it looks at everything, as configured
 * @param address who is told of changes; empty: nobody
 * @param whole when everything was looked at last; {@code null}: not since the start
 * @param next when everything is looked at again; {@code null}: not by itself
 * @param troubles what is not as it should be now
 * @param notes the changes, the newest first
 * @param lost that an earlier history could not be read; {@code null}: nothing is lost
 */
public record Watched(
        boolean on,
        String every,
        String address,
        @Nullable Instant whole,
        @Nullable Instant next,
        List<Trouble> troubles,
        List<WatchNote> notes,
        @Nullable Text lost) {
    public Watched {
        troubles = List.copyOf(troubles);
        notes = List.copyOf(notes);
    }
}
