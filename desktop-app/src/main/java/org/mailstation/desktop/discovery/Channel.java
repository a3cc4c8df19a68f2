package org.mailstation.desktop.discovery;

import org.mailstation.text.Text;
import org.mailstation.text.Words;

/** A way of asking the neighbourhood who is there; the one that tells most of a Synology first. */
public enum Channel {
    /** Synology's own, UDP port 9999. */
    FINDER,
    /** Multicast DNS, RFC 6762. */
    MDNS,
    /** The search of UPnP. */
    SSDP;

    /** Its name for people. */
    public Text text() {
        return Text.of("discover.channel." + Words.of(this));
    }
}
