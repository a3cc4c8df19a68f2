package org.mailstation.finding;

/** The station on a letter's way that a finding speaks of. */
public enum Hop {
    SENDER,
    ISP,
    ROUTER,
    NAS,
    DAEMON,
    MAILBOX,
    DNS,
    DDNS,
    CERTIFICATE
}
