package org.mailstation.control;

import java.time.Instant;
import org.mailstation.text.Text;

/** What a test of the DDNS login says. */
public sealed interface DdnsTried {
    /**
     * The provider took this address at that moment, with the settings and the secret as they are
     * now. It is not asked again only to see it once more: that would count as abuse.
     */
    record Works(String address, Instant since) implements DdnsTried {}

    record Refused(Text reason) implements DdnsTried {}

    /** The provider must not be asked before {@code when}. */
    record TryLater(Text reason, Instant when) implements DdnsTried {}

    record CouldNotTell(Text reason) implements DdnsTried {}

    /** There is nothing to test yet. */
    record NotReady(Text reason) implements DdnsTried {}
}
