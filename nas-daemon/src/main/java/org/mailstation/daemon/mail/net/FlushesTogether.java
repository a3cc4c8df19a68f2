package org.mailstation.daemon.mail.net;

import io.netty.channel.ChannelHandler;
import io.netty.handler.flush.FlushConsolidationHandler;

/**
 * James flushes three times a fetched letter. What has been written while the event loop was at
 * work leaves together: fewer TLS records and system calls.
 */
public final class FlushesTogether {
    /** Flushes that may wait for each other; more would let the client wait. */
    private static final int MOST = 64;

    private FlushesTogether() {}

    /** For one connection; its place is just behind TLS. */
    public static ChannelHandler handler() {
        return new FlushConsolidationHandler(MOST, true);
    }
}
