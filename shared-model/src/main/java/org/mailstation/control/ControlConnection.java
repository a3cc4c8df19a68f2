package org.mailstation.control;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * A conversation over a pair of streams (an SSH channel, a Unix-domain socket, pipes). What comes
 * in is read by a virtual thread of the connection, and requests are handed over on it, one after
 * another: whoever answers them lets long work go on elsewhere, or no cancel can arrive.
 *
 * <p>A message larger than {@link StationControl#MAX_MESSAGE} or not JSON-RPC ends its connection,
 * and nothing else.
 */
public final class ControlConnection {
    private ControlConnection() {}

    /**
     * The asking end, on streams that are already open.
     *
     * @param listener hears what the station tells on its own
     */
    public static Client connect(InputStream in, OutputStream out, StationListener listener) {
        return new Client(new Wire<>(in, out, StationControl.class, _ -> listener));
    }

    /**
     * The answering end, on streams that are already open. Wrap the service in {@link HelloFirst}.
     *
     * @param service from the listener at the other end of this connection to the object that
     *     answers its requests
     */
    public static Server serve(
            InputStream in, OutputStream out, Function<StationListener, StationControl> service) {
        return new Server(new Wire<>(in, out, StationListener.class, service::apply));
    }

    /** The asking end. */
    public static final class Client implements AutoCloseable {
        private final Wire<StationControl> wire;

        private Client(Wire<StationControl> wire) {
            this.wire = wire;
        }

        /**
         * Requests fail with {@link ConnectionClosedException} when the connection ends before
         * their answer.
         */
        public StationControl station() {
            return wire.remote();
        }

        /**
         * Done when the connection is over: normally after {@link #close} or the end of the stream,
         * else with the reason.
         */
        public CompletableFuture<Void> closed() {
            return wire.closed();
        }

        /** Ends the connection and closes both streams. */
        @Override
        public void close() {
            wire.close();
        }
    }

    /** The answering end. */
    public static final class Server implements AutoCloseable {
        private final Wire<StationListener> wire;

        private Server(Wire<StationListener> wire) {
            this.wire = wire;
        }

        /**
         * Done when the connection is over: normally after {@link #close} or the end of the stream,
         * else with the reason.
         */
        public CompletableFuture<Void> closed() {
            return wire.closed();
        }

        /** Ends the connection and closes both streams. */
        @Override
        public void close() {
            wire.close();
        }
    }
}
