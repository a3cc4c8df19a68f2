package org.mailstation.desktop.ssh;

import java.time.Duration;

/**
 * How long to wait.
 *
 * @param connect for the TCP connection, each address of a name on its own
 * @param answer for each answer of the SSH server
 * @param person for a person who is asked in the middle of signing in; servers usually allow two
 *     minutes
 * @param keepAlive between two signs of life; three missing ones end the connection
 */
public record Timeouts(Duration connect, Duration answer, Duration person, Duration keepAlive) {
    public static final Timeouts USUAL =
            new Timeouts(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(120),
                    Duration.ofSeconds(10));
}
