package org.mailstation.desktop.discovery;

import java.time.Duration;

/**
 * How long to wait for what.
 *
 * @param total after this everything has ended
 * @param listen for answers by multicast DNS and SSDP
 * @param listenToFinder a Synology takes 1.1 to 3.3 seconds to answer its finder
 * @param again when a question by multicast DNS (RFC 6762 5.2: not within one second) or SSDP is
 *     repeated, since a datagram may be lost, on a wireless network above all
 * @param description for fetching a description that SSDP announced
 * @param ssh for greeting one SSH server
 */
record Timing(
        Duration total,
        Duration listen,
        Duration listenToFinder,
        Duration again,
        Duration description,
        Duration ssh) {

    /** All within 4 seconds. */
    static final Timing USUAL =
            new Timing(
                    Duration.ofMillis(3900),
                    Duration.ofMillis(2600),
                    Duration.ofMillis(3450),
                    Duration.ofMillis(1000),
                    Duration.ofMillis(1000),
                    Duration.ofMillis(1200));
}
