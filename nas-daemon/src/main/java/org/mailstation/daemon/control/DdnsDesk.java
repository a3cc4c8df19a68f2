package org.mailstation.daemon.control;

import org.mailstation.control.DdnsStatus;
import org.mailstation.control.DdnsTried;
import org.mailstation.control.TryDdns;

/** What a conversation can ask of the part that keeps the name at the line's address. */
public interface DdnsDesk {
    /**
     * How it is.
     *
     * @param now looks for the address first, which takes some seconds
     */
    DdnsStatus status(boolean now);

    /** Tells the provider an address again that it was told before, and says how it is then. */
    DdnsStatus goBack(String published);

    /** Tries the login as it is now. */
    DdnsTried test();

    /** Tries a login that is not set yet. */
    DdnsTried trial(TryDdns typed);

    /** The configuration or the secret may be another now. Returns at once. */
    void settingsChanged();
}
