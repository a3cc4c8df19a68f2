package org.mailstation.daemon.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Knocks at mail servers that are always there, once in some minutes. */
public final class LandmarkDoor implements OutwardDoor {
    private static final Duration MEMORY = Duration.ofMinutes(10);
    private static final int PATIENCE_MILLIS = 6000;

    private final Supplier<List<String>> hosts;
    private final Outside.Addresses addresses;
    private final int port;
    private final Clock clock;
    private State last = State.UNKNOWN;
    private Instant until = Instant.MIN;

    /**
     * @param hosts of different providers
     */
    public LandmarkDoor(
            Supplier<List<String>> hosts, Outside.Addresses addresses, int port, Clock clock) {
        this.hosts = hosts;
        this.addresses = addresses;
        this.port = port;
        this.clock = clock;
    }

    @Override
    public synchronized State look() {
        Instant now = clock.instant();
        if (now.isAfter(until)) {
            last = knock();
            until = clock.instant().plus(MEMORY);
        }
        return last;
    }

    private State knock() {
        State state = State.UNKNOWN;
        for (String host : hosts.get()) {
            switch (knock(host)) {
                case OPEN -> {
                    return State.OPEN;
                }
                case SHUT -> state = State.SHUT;
                case UNKNOWN -> {}
            }
        }
        return state;
    }

    private State knock(String host) {
        InetAddress address;
        try {
            address = addresses.of(host).getFirst();
        } catch (IOException | RuntimeException noAddress) {
            return State.UNKNOWN;
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), PATIENCE_MILLIS);
            return State.OPEN;
        } catch (NoRouteToHostException noInternet) {
            return State.UNKNOWN;
        } catch (IOException nobody) {
            return State.SHUT;
        }
    }
}
