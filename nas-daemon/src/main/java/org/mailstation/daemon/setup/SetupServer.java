package org.mailstation.daemon.setup;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.StationConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers mail programs over HTTPS, each in a short time and little room. */
final class SetupServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SetupServer.class);

    /** A request of Outlook has some hundred bytes. */
    private static final int LARGEST_BODY = 16 * 1024;

    private static final int LONGEST_ADDRESS = 2048;
    private static final int GUESTS = 16;

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore guests = new Semaphore(GUESTS);
    private final Visits visits;
    private final Supplier<@Nullable StationConfig> config;
    private final ClientDesk desk;

    /**
     * Listens.
     *
     * @param port 0: a free one
     */
    SetupServer(
            int port,
            SSLContext tls,
            Supplier<@Nullable StationConfig> config,
            ClientDesk desk,
            Clock clock)
            throws IOException {
        // seconds; the JDK's server reads them once, when the first one is made
        System.setProperty("sun.net.httpserver.maxReqTime", "10");
        System.setProperty("sun.net.httpserver.maxRspTime", "10");
        this.visits = new Visits(clock);
        this.config = config;
        this.desk = desk;
        this.server = HttpsServer.create(new InetSocketAddress(port), GUESTS);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Connection", "close");
            send(exchange, page(exchange));
        } catch (RuntimeException surprise) {
            LOG.error("a question about the set-up of a mail program was not answered", surprise);
        }
    }

    private SetupPages.Page page(HttpExchange exchange) throws IOException {
        if (!visits.mayCome(exchange.getRemoteAddress().getAddress())) {
            return SetupPages.Page.text(429, "Please come again in a minute.\n");
        }
        StationConfig now = config.get();
        String address = exchange.getRequestURI().toString();
        if (now == null || address.length() > LONGEST_ADDRESS || !guests.tryAcquire()) {
            return SetupPages.Page.text(503, "Please come again later.\n");
        }
        try {
            String body = body(exchange);
            String query = exchange.getRequestURI().getRawQuery();
            String host = exchange.getRequestHeaders().getFirst("Host");
            return body == null
                    ? SetupPages.Page.WRONG
                    : new SetupPages(now, desk)
                            .answer(
                                    exchange.getRequestMethod(),
                                    exchange.getRequestURI().getPath(),
                                    query == null ? "" : query,
                                    host == null ? "" : host.replaceFirst(":[0-9]+$", ""),
                                    body);
        } finally {
            guests.release();
        }
    }

    /** {@code null}: too large. */
    private static @Nullable String body(HttpExchange exchange) throws IOException {
        try (InputStream in = exchange.getRequestBody()) {
            byte[] bytes = in.readNBytes(LARGEST_BODY + 1);
            return bytes.length > LARGEST_BODY ? null : new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static void send(HttpExchange exchange, SetupPages.Page page) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", page.mediaType());
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(page.status(), page.content().length);
        exchange.getResponseBody().write(page.content());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
