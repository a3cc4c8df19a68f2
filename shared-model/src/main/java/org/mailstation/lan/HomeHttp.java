package org.mailstation.lan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * HTTP with a device at home: of limited size, in limited time, with nobody else than asked. By the
 * simplest of Java's HTTP clients: the newer one first prepares for TLS, which takes longer than
 * all the rest.
 */
public final class HomeHttp {
    private static final int LARGEST = 256 * 1024;

    private HomeHttp() {}

    /** What came of it. */
    public sealed interface Answer {
        /** The device answered, with whatever status. */
        record Reply(int status, byte[] body) implements Answer {}

        /** It did not, or not to the end, or not in time. */
        record None(String why) implements Answer {}
    }

    /** Fetches; empty if it is not there or there was no answer. */
    public static Optional<byte[]> fetch(URI where, Deadline until) {
        return switch (exchange(where, Map.of(), null, until)) {
            case Answer.Reply(int status, byte[] body) when status == HttpURLConnection.HTTP_OK ->
                    Optional.of(body);
            case Answer.Reply _, Answer.None _ -> Optional.empty();
        };
    }

    /** Asks for a page, whatever the answer is. */
    public static Answer get(URI where, Deadline until) {
        return exchange(where, Map.of(), null, until);
    }

    /** Sends something there. */
    public static Answer post(URI where, Map<String, String> headers, byte[] body, Deadline until) {
        return exchange(where, headers, body, until);
    }

    /**
     * On a thread of its own, since only its end stops a device that sends one byte from time to
     * time.
     */
    private static Answer exchange(
            URI where, Map<String, String> headers, byte @Nullable [] body, Deadline until) {
        FutureTask<Answer> task = new FutureTask<>(() -> talk(where, headers, body, until));
        Thread.ofVirtual().name("home-http").start(task);
        try {
            return task.get(until.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return new Answer.None("no answer in time");
        } catch (ExecutionException e) {
            return e.getCause() instanceof IOException why
                    ? new Answer.None(String.valueOf(why.getMessage()))
                    : new Answer.None(String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.None("interrupted");
        } finally {
            task.cancel(true); // an interrupt closes what it still reads from
        }
    }

    private static Answer talk(
            URI where, Map<String, String> headers, byte @Nullable [] body, Deadline until)
            throws IOException {
        // no proxy: it could not reach the home network
        HttpURLConnection connection =
                (HttpURLConnection) where.toURL().openConnection(Proxy.NO_PROXY);
        connection.setInstanceFollowRedirects(false); // they would lead elsewhere
        connection.setUseCaches(false);
        connection.setConnectTimeout(until.leftMillis());
        connection.setReadTimeout(until.leftMillis());
        connection.setRequestProperty("Connection", "close");
        headers.forEach(connection::setRequestProperty);
        try {
            if (body != null) {
                connection.setDoOutput(true);
                // with a length from the start it is never sent a second time behind our back
                connection.setFixedLengthStreamingMode(body.length);
                try (OutputStream out = connection.getOutputStream()) {
                    out.write(body);
                }
            }
            int status = connection.getResponseCode();
            InputStream in =
                    status >= 400 ? connection.getErrorStream() : connection.getInputStream();
            return new Answer.Reply(status, in == null ? new byte[0] : read(in, until));
        } finally {
            connection.disconnect();
        }
    }

    private static byte[] read(InputStream in, Deadline until) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] part = new byte[4096];
        for (int length = in.read(part); length >= 0; length = in.read(part)) {
            body.write(part, 0, length);
            if (body.size() > LARGEST || until.passed()) {
                throw new IOException("an answer without end");
            }
        }
        return body.toByteArray();
    }
}
