package org.mailstation.control;

import java.util.List;

/**
 * A piece of the log.
 *
 * @param lines oldest first
 */
public record LogLines(List<String> lines) {
    public LogLines {
        lines = List.copyOf(lines);
    }
}
