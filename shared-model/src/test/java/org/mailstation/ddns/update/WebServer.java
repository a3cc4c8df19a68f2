package org.mailstation.ddns.update;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.Secret;
import org.mailstation.ddns.Catalogue;
import org.mailstation.ddns.Provider;
import org.mailstation.ddns.Template;

/** A provider's web server on this computer, which remembers what it was asked. */
final class WebServer implements AutoCloseable {
    /** As it came. */
    record Asked(String method, String target, String login, String agent, String body) {}

    record Said(int status, String body) {}

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    WebServer(Function<Asked, Said> answers) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, answers));
        server.start();
    }

    private void answer(HttpExchange exchange, Function<Asked, Said> answers) throws IOException {
        try (exchange) {
            Asked question =
                    new Asked(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().toString(),
                            header(exchange, "Authorization"),
                            header(exchange, "User-Agent"),
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8));
            asked.add(question);
            Said said = answers.apply(question);
            byte[] body = said.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(said.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String header(HttpExchange exchange, String name) {
        @Nullable String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    String at() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The catalogue's provider, as if it lived here. */
    Provider provider(String id) {
        Provider real = real(id);
        return new Provider(
                id,
                real.name(),
                real.protocol(),
                here(real.update()),
                here(real.update6()),
                here(real.text()),
                real.suffix(),
                real.login(),
                real.key(),
                real.ipv6(),
                real.mx(),
                real.txt(),
                real.open(),
                real.page(),
                real.check());
    }

    static Provider real(String id) {
        return Objects.requireNonNull(Catalogue.ours().find(id));
    }

    private Template here(Template real) {
        return new Template(real.text().replaceFirst("https://[^/]+", at()));
    }

    static Web web() {
        return new JdkWeb("MailStation test/1 me@example.org", Duration.ofSeconds(20));
    }

    static Update update(Provider provider, String host, String user, String secret) {
        return new Update(
                provider,
                host,
                user,
                new Secret(secret),
                "",
                (java.net.Inet4Address) InetAddress.ofLiteral("44.128.0.77"),
                null);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
