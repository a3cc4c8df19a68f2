package org.mailstation.control;

import java.util.List;

/**
 * @param lines oldest first
 */
public record LogLines(List<String> lines) {
    public LogLines {
        lines = List.copyOf(lines);
    }
}
