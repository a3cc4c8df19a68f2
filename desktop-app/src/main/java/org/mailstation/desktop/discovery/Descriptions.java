package org.mailstation.desktop.discovery;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Fetches descriptions, of limited size, in limited time, from nowhere else than asked. */
final class Descriptions implements AutoCloseable {
    private static final long LARGEST = 64 * 1024;

    /** No proxy: it could not reach the home network. No redirects: they would lead elsewhere. */
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .build();

    /** Empty if there is none that can be used; why does not matter to anybody. */
    Optional<Description> fetch(URI where, Deadline until) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(where).timeout(until.left().plusMillis(1)).build();
        CompletableFuture<HttpResponse<byte[]>> response =
                client.sendAsync(
                        request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        try {
            // the request's own time limit ends with the headers; this one includes the body
            HttpResponse<byte[]> complete = response.get(until.leftMillis(), TimeUnit.MILLISECONDS);
            return complete.statusCode() == 200
                    ? Description.parse(complete.body())
                    : Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException) {
                return Optional.empty();
            }
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            return Optional.empty();
        } finally {
            response.cancel(true);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
