package org.mailstation.line;

import org.mailstation.standing.Source;
import org.mailstation.standing.Told;

/** Somebody who knows the line's address. */
public interface AddressSource {
    Source source();

    /** Asks, for a limited time; never throws because of what comes. */
    Told ask();
}
