package org.mailstation.acceptance.bench.peer;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.mailstation.acceptance.bench.wire.Door;
import org.mailstation.acceptance.bench.wire.Wire;

/** The seven ports of a mail server. */
public record Doors(
        Door smtp,
        Door submission,
        Door submissions,
        Door imap,
        Door imaps,
        Door pop3,
        Door pop3s) {
    private static final int COUNT = 7;
    private static final int LOWEST = 12_000;
    private static final int FIRST_OF_CLIENTS = 32_768;
    private static final int MOST_TRIES = 1000;
    private static final int NEXT_TRY_MILLIS = 5;

    /** Seven ports that nobody has at this moment. */
    static Doors free() throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        try {
            List<Integer> ports = new ArrayList<>();
            for (int i = 0; i < COUNT; i++) {
                ServerSocket socket = bound();
                held.add(socket);
                ports.add(socket.getLocalPort());
            }
            return new Doors(
                    new Door(ports.get(0), false),
                    new Door(ports.get(1), false),
                    new Door(ports.get(2), true),
                    new Door(ports.get(3), false),
                    new Door(ports.get(4), true),
                    new Door(ports.get(5), false),
                    new Door(ports.get(6), true));
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
    }

    /**
     * Below the ports that the system gives to clients: one of them would be taken by a client of
     * this very run sooner or later, before the server is there.
     */
    private static ServerSocket bound() throws IOException {
        for (int tries = 0; ; tries++) {
            ServerSocket socket = new ServerSocket();
            int port = ThreadLocalRandom.current().nextInt(LOWEST, FIRST_OF_CLIENTS);
            try {
                socket.bind(new InetSocketAddress("127.0.0.1", port));
                return socket;
            } catch (BindException taken) {
                socket.close();
                if (tries == MOST_TRIES) {
                    throw taken;
                }
            }
        }
    }

    List<Door> all() {
        return List.of(smtp, submission, submissions, imap, imaps, pop3, pop3s);
    }

    /**
     * Waits until every port greets.
     *
     * @throws IOException if the server has ended or takes longer than a minute
     */
    void awaitGreetings(Child server) throws IOException, InterruptedException {
        long end = System.nanoTime() + 60_000_000_000L;
        for (Door door : all()) {
            while (!greets(door)) {
                if (!server.alive() || System.nanoTime() > end) {
                    throw new IOException(
                            "port " + door.port() + " does not answer; " + server.said());
                }
                Thread.sleep(NEXT_TRY_MILLIS);
            }
        }
    }

    private static boolean greets(Door door) {
        try (Wire wire = Wire.open(door)) {
            return !wire.line().isEmpty();
        } catch (IOException notYet) {
            return false;
        }
    }
}
