package org.mailstation.daemon.mail.net;

import io.netty.channel.socket.SocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.guard.Place;
import org.mailstation.daemon.metrics.Report;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may come in at a port: so many connections at a time, and so many of one address. One that is
 * too many is told so by an orderly end, not by a reset, which looks like trouble on the line; and
 * now and then it is told in the log.
 */
final class Admission {
    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);
    private static final long NANOS_BETWEEN_WORDS = TimeUnit.MINUTES.toNanos(1);

    private final int most;
    private final int mostOfOne;
    private final LongSupplier nanos;
    private final Map<String, Integer> ofOne = new HashMap<>();
    private int all;
    private int refused;
    private long refusedEver;
    private long acceptedEver;
    private long nextWords;

    /**
     * @param most connections at a time
     * @param mostOfOne connections of one address
     * @param nanos a clock that only goes forward
     */
    Admission(int most, int mostOfOne, LongSupplier nanos) {
        this.most = most;
        this.mostOfOne = mostOfOne;
        this.nanos = nanos;
        this.nextWords = nanos.getAsLong();
    }

    /** Counts a new connection until it is closed; {@code false} if there is no room for it. */
    boolean admits(SocketChannel channel) {
        InetSocketAddress from = channel.remoteAddress();
        if (from == null || !enter(from.getAddress())) {
            return false; // without an address it has gone already
        }
        channel.closeFuture().addListener(_ -> leave(from.getAddress()));
        return true;
    }

    synchronized boolean enter(InetAddress from) {
        String place = place(from);
        int before = ofOne.getOrDefault(place, 0);
        if (all >= most || before >= mostOfOne) {
            refused++;
            refusedEver++;
            tell(from, before);
            return false;
        }
        all++;
        acceptedEver++;
        ofOne.put(place, before + 1);
        return true;
    }

    synchronized Report.Doorway doorway() {
        return new Report.Doorway(all, acceptedEver, refusedEver);
    }

    synchronized void leave(InetAddress from) {
        all--;
        ofOne.computeIfPresent(place(from), (_, count) -> oneLess(count));
    }

    /** All IPv6 addresses of one household count as one. */
    private static String place(InetAddress from) {
        return Place.of(from, _ -> false).name();
    }

    private static @Nullable Integer oneLess(int count) {
        return count > 1 ? count - 1 : null;
    }

    private void tell(InetAddress from, int ofThis) {
        long now = nanos.getAsLong();
        if (now - nextWords >= 0) {
            LOG.warn(
                    "Too many connections: {} of {}, {} in all; {} were refused since this was last said",
                    ofThis,
                    from.getHostAddress(),
                    all,
                    refused);
            refused = 0;
            nextWords = now + NANOS_BETWEEN_WORDS;
        }
    }
}
