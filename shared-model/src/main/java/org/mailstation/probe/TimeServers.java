package org.mailstation.probe;

import java.time.Duration;

/** Servers that tell the time. */
@FunctionalInterface
public interface TimeServers {
    /**
     * Asks one, for a few seconds at most.
     *
     * @param server its name
     */
    Answer ask(String server);

    /** What it said. */
    sealed interface Answer {}

    /**
     * It told the time.
     *
     * @param ahead by how much its clock is ahead of ours; negative if it is behind
     */
    record Told(Duration ahead) implements Answer {}

    /**
     * Nobody can say.
     *
     * @param detail in technical words
     */
    record CouldNotTell(String detail) implements Answer {}
}
