package org.mailstation.probe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** Makes TCP connections: from this computer, or from another one that lends its place. */
@FunctionalInterface
public interface Dial {
    /**
     * Connects. Who cannot give every single read a limit ends the whole conversation when the
     * patience is at its end.
     *
     * @param patience for the whole conversation
     * @throws java.net.SocketTimeoutException if nothing came back in time
     * @throws java.net.ConnectException whose text has "refused" in it if a computer is there, and
     *     nothing listens
     * @throws IOException if there is no way to that address
     */
    Socket open(InetSocketAddress where, Duration patience) throws IOException;
}
