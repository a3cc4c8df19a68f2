package org.mailstation.router;

import java.net.InetAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of a wish. */
public sealed interface MapOutcome {
    /**
     * The port leads here; where the protocol lets one look, this was read back.
     *
     * @param lease how long it stays without being asked for again, or {@code null}: for good
     * @param address the router's on the outside, or {@code null} if it was not told along with it
     */
    record Stands(Mapping mapping, @Nullable Duration lease, @Nullable InetAddress address)
            implements MapOutcome {}

    /**
     * The port leads to something else and was left alone.
     *
     * @param holder where it leads, or {@code null} if the router does not tell
     */
    record Taken(@Nullable Mapping holder) implements MapOutcome {}

    /**
     * The router would only give another port. Nobody would look for mail there, so it was given
     * back.
     */
    record OtherPort(int offered) implements MapOutcome {}
}
