package org.mailstation.desktop.way;

import org.mailstation.finding.Hop;

/** The places on the map, in the order in which a letter passes them; the last two stand beside. */
public enum Spot {
    SENDER,
    PROVIDER,
    ROUTER,
    STATION,
    DAEMON,
    MAILBOX,
    DNS,
    DDNS;

    /** Where a finding about this is shown. */
    static Spot of(Hop hop) {
        return switch (hop) {
            case SENDER -> SENDER;
            case ISP -> PROVIDER;
            case ROUTER -> ROUTER;
            case NAS -> STATION;
            // the certificate is shown by the service, and nowhere else
            case DAEMON, CERTIFICATE -> DAEMON;
            case MAILBOX -> MAILBOX;
            case DNS -> DNS;
            case DDNS -> DDNS;
        };
    }

    /** Whether only the NAS can tell how it is there. */
    boolean atHome() {
        return switch (this) {
            case STATION, DAEMON, MAILBOX -> true;
            case SENDER, PROVIDER, ROUTER, DNS, DDNS -> false;
        };
    }

    /** Whether letters pass it; the others only show the way. */
    public boolean passed() {
        return this != DNS && this != DDNS;
    }
}
