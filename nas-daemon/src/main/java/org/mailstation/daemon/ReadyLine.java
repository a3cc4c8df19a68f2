package org.mailstation.daemon;

import java.util.stream.Collectors;
import org.mailstation.control.ListenerStatus;
import org.mailstation.control.StationStatus;

/** What the program prints once it is up, for whoever started it and waits. */
final class ReadyLine {
    private ReadyLine() {}

    /** {@code ready SERVICE=PORT …}, or that nobody has set it up yet. */
    static String of(StationStatus status) {
        if (status.revision() == 0) {
            return "ready, not configured";
        }
        return status.listeners().stream()
                .filter(listener -> listener.bound() != 0)
                .map(ReadyLine::name)
                .collect(Collectors.joining(" ", "ready ", ""));
    }

    private static String name(ListenerStatus listener) {
        return listener.service().key() + "=" + listener.bound();
    }
}
