package org.mailstation.probe;

import java.net.InetAddress;

/** The ways to ask the DNS. */
public interface Dns {
    /** What this computer asks by its own settings. */
    NameServer here();

    /** A resolver elsewhere, which finds the answer out. */
    NameServer resolver(InetAddress server);

    /** A zone's own server, which is asked only for what it has. */
    NameServer authority(InetAddress server);

    /** Asks one server which servers a zone below its own has. */
    Referral refer(InetAddress server, String zone);
}
