package org.mailstation.daemon.acme;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.mailstation.text.Text;

/**
 * A page at the address {@code http://NAME/.well-known/acme-challenge/TOKEN} (RFC 8555 8.3). It
 * listens only while the authority is expected, and the router's port 80 leads here only so long.
 *
 * @param port here
 * @param door opens the way from the Internet's port 80 to here
 */
record HttpProof(int port, Door door) implements Proof {
    private static final String PLACE = "/.well-known/acme-challenge/";

    /** The authority, from some places; whoever else comes waits or is refused. */
    private static final int GUESTS = 16;

    /** The way in from the Internet. */
    interface Door {
        /**
         * Opens it.
         *
         * @param port here, that port 80 of the Internet shall lead to
         * @return closes it again
         * @throws NotCertifiedException if it stays shut for sure
         */
        Shown open(int port) throws NotCertifiedException, InterruptedException;
    }

    @Override
    public Kind kind() {
        return Kind.HTTP;
    }

    @Override
    public Shown show(String name, String token, String value)
            throws NotCertifiedException, InterruptedException {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        HttpServer server = listen(threads);
        server.createContext("/", exchange -> answer(exchange, PLACE + token, value));
        server.start();
        Shown page =
                () -> {
                    server.stop(0);
                    threads.shutdownNow();
                };
        try {
            Shown way = door.open(server.getAddress().getPort());
            return () -> {
                way.close();
                page.close();
            };
        } catch (NotCertifiedException | InterruptedException | RuntimeException shut) {
            page.close();
            throw shut;
        }
    }

    private HttpServer listen(ExecutorService threads) throws NotCertifiedException {
        try {
            HttpServer server =
                    HttpServer.create(new InetSocketAddress((InetAddress) null, port), GUESTS);
            server.setExecutor(threads);
            return server;
        } catch (IOException taken) {
            throw new NotCertifiedException(
                    Text.of("acme.port-taken", port), String.valueOf(taken.getMessage()));
        }
    }

    /** Says the one thing, and to everything else that there is no such page. */
    private static void answer(HttpExchange exchange, String path, String value)
            throws IOException {
        try (exchange) {
            boolean asked =
                    exchange.getRequestMethod().equals("GET")
                            && exchange.getRequestURI().getPath().equals(path);
            if (!asked) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] page = value.getBytes(StandardCharsets.US_ASCII);
            exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
        }
    }
}
