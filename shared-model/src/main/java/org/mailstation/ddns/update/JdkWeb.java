package org.mailstation.ddns.update;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The web over TLS; in clear only to this computer itself. A client lives for one request: one is
 * sent once in weeks, and its threads would cost memory all that time.
 *
 * @param userAgent names program and contact, as providers demand
 * @param patience for the whole request
 */
public record JdkWeb(String userAgent, Duration patience) implements Web {
    private static final long LARGEST = 1024 * 1024;

    @Override
    public Answer send(Request request) {
        if (!isSafe(request.uri())) {
            return new Answer.None("only https is spoken");
        }
        HttpClient client =
                HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(patience)
                        .build();
        try {
            HttpResponse<String> response =
                    client.sendAsync(
                                    build(request),
                                    BodyHandlers.limiting(
                                            BodyHandlers.ofString(StandardCharsets.UTF_8), LARGEST))
                            .get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer.Reply(response.statusCode(), response.body());
        } catch (TimeoutException tooSlow) {
            return new Answer.None("no answer in " + patience.toSeconds() + " s");
        } catch (ExecutionException failed) {
            return new Answer.None(why(Objects.requireNonNullElse(failed.getCause(), failed)));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Answer.None("interrupted");
        } finally {
            client.shutdownNow();
        }
    }

    private HttpRequest build(Request request) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(request.uri())
                        .header("User-Agent", userAgent)
                        .timeout(patience)
                        .method(
                                request.method(),
                                request.body().isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(request.body()));
        request.headers().forEach(builder::header);
        return builder.build();
    }

    /** Only the kind of the failure: its words could name the address, and so a token. */
    private static String why(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String kind = failure.getClass().getSimpleName();
        return root == failure ? kind : kind + ", " + root.getClass().getSimpleName();
    }

    private static boolean isSafe(URI uri) {
        return uri.getHost() != null
                && ("https".equals(uri.getScheme())
                        || ("http".equals(uri.getScheme()) && isThisComputer(uri.getHost())));
    }

    private static boolean isThisComputer(String host) {
        try {
            return host.equals("localhost") || InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException aName) {
            return false; // a name may lead anywhere
        }
    }
}
