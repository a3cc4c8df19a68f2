package org.mailstation.daemon.control;

import org.mailstation.control.DdnsStatus;
import org.mailstation.control.DdnsTried;

/** What a conversation can ask of the part that keeps the name at the line's address. */
public interface DdnsDesk {
    /**
     * How it is.
     *
     * @param now looks for the address first, which takes some seconds
     */
    DdnsStatus status(boolean now);

    /** Tries the login as it is now. */
    DdnsTried test();

    /** The configuration or the secret may be another now. Returns at once. */
    void settingsChanged();
}
