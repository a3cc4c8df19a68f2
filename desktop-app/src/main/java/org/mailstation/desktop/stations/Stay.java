package org.mailstation.desktop.stations;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mailstation.finding.Health;

/** A room, and which station it is for. */
final class Stay {
    private final Room room;
    private String meant;

    /**
     * @param meant address that it was opened for; empty: none
     */
    Stay(Room room, String meant) {
        this.room = room;
        this.meant = meant;
    }

    Room room() {
        return room;
    }

    /** It turned out which station is meant. */
    void mean(String address) {
        meant = address;
    }

    /** Where its station is; empty: it is still being looked for. */
    String address() {
        String visited = room.flow().visited();
        return visited.isEmpty() ? meant : visited;
    }

    boolean isFor(String address) {
        return same(address(), address);
    }

    static boolean same(String address, String other) {
        return address.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }

    /** What tells it from other stations. */
    String title() {
        String name = room.hostName();
        return name.isEmpty() ? address() : name;
    }

    @Nullable Health health() {
        return room.watched() ? room.outlook().health() : null;
    }
}
