package org.mailstation.router.pcp;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.mailstation.lan.Datagrams;
import org.mailstation.router.Gateway;
import org.mailstation.router.Mapping;
import org.mailstation.router.Protocol;
import org.mailstation.router.RouterAnswer;
import org.mailstation.router.Wish;

/**
 * Where to ask, and how patiently.
 *
 * @param server the router; usually its {@link #PORT}
 * @param client this computer's own address on the way to it
 * @param patience waits after each time that a question is put; RFC 6886 3.1: 250 ms, then doubled
 */
public record PortControl(InetSocketAddress server, Inet4Address client, List<Duration> patience) {
    /** RFC 6886 3, RFC 6887 19.1. */
    public static final int PORT = 5351;

    /** The first four of the nine times of RFC 6886 3.1: at home, a router is there or is not. */
    public static final List<Duration> USUAL =
            List.of(
                    Duration.ofMillis(250),
                    Duration.ofMillis(500),
                    Duration.ofMillis(1000),
                    Duration.ofMillis(2000));

    public PortControl {
        patience = List.copyOf(patience);
    }

    Gateway gateway(Protocol protocol) {
        return new Gateway(protocol, (Inet4Address) server.getAddress(), client, "", null);
    }

    /** What stands where the router has done as it was asked. */
    Mapping mapping(Wish wish, Duration lease) {
        return new Mapping(
                wish.external(), client.getHostAddress(), wish.internal(), true, "", lease);
    }

    /** An address from its 4 or 16 bytes. */
    static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e); // so many bytes are always an address
        }
    }

    /** The datagram that answers. */
    RouterAnswer<byte[]> ask(byte[] question, Predicate<byte[]> fits) {
        InetSocketAddress from = new InetSocketAddress(client, 0);
        return switch (Datagrams.ask(from, server, question, fits, patience)) {
            case Datagrams.Reply.Came(byte[] answer) -> new RouterAnswer.Given<>(answer);
            case Datagrams.Reply.Nothing(String why, int strange) ->
                    strange == 0
                            ? new RouterAnswer.Silent<>(why)
                            : new RouterAnswer.Garbled<>(strange + " datagrams of another form");
        };
    }
}
