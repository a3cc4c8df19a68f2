package org.mailstation.desktop.remote;

import java.time.Duration;

/**
 * How long to wait for the daemon.
 *
 * @param hello for the first answer: a small NAS starts a Java program for it
 * @param answer for an ordinary answer
 * @param apply for a configuration to run
 * @param check for a look at everything, and for one of somebody else before it
 * @param work for what takes as long as there is much of it
 */
record StationDeadlines(
        Duration hello, Duration answer, Duration apply, Duration check, Duration work) {
    static final StationDeadlines USUAL =
            new StationDeadlines(
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(10),
                    Duration.ofSeconds(60),
                    Duration.ofDays(1));
}
