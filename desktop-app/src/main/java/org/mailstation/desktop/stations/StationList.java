package org.mailstation.desktop.stations;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.finding.Health;

/**
 * The stations, for the one who chooses among them.
 *
 * @param entries by name
 */
public record StationList(List<Entry> entries) {
    public StationList {
        entries = List.copyOf(entries);
    }

    /**
     * One of them.
     *
     * @param address as the person calls it; empty: it is still being looked for
     * @param name what the station calls itself; empty: not known
     * @param health {@code null}: nobody signed in to it since the program was started
     * @param current it is in sight
     */
    public record Entry(String address, String name, @Nullable Health health, boolean current) {
        /** What tells it from the others. */
        public String title() {
            return name.isEmpty() ? address : name;
        }
    }
}
