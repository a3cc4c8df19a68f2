package org.mailstation.desktop.remote;

import org.mailstation.check.TakenPort;

/** What is put right on the NAS itself, as its administrator. */
public sealed interface NasDeed {
    /** Ends another mail service of ours, if it still holds the port; never any other program. */
    record EndOther(long pid, int port) implements NasDeed {}

    /** Stops one of Synology's packages. */
    record StopPackage(TakenPort.Holder.Package which) implements NasDeed {}

    /** Starts the mail service. */
    record StartService() implements NasDeed {}
}
