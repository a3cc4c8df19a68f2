package org.mailstation.desktop.discovery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.util.Optional;

/**
 * Fetches descriptions, of limited size, in limited time, from nowhere else than asked. The
 * simplest of Java's HTTP clients: the newer one first prepares for TLS, which takes longer than
 * all the rest.
 */
final class Descriptions {
    private static final int LARGEST = 64 * 1024;

    private Descriptions() {}

    /**
     * Empty if there is none that can be used; why does not matter to anybody. A server that sends
     * one byte from time to time is left only by an interrupt.
     */
    static Optional<Description> fetch(URI where, Deadline until) {
        try {
            // no proxy: it could not reach the home network
            HttpURLConnection connection =
                    (HttpURLConnection) where.toURL().openConnection(Proxy.NO_PROXY);
            connection.setInstanceFollowRedirects(false); // they would lead elsewhere
            connection.setUseCaches(false);
            connection.setConnectTimeout(until.leftMillis());
            connection.setReadTimeout(until.leftMillis());
            connection.setRequestProperty("Connection", "close");
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK
                        ? Description.parse(read(connection.getInputStream(), until))
                        : Optional.empty();
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static byte[] read(InputStream in, Deadline until) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] part = new byte[4096];
        for (int length = in.read(part); length >= 0; length = in.read(part)) {
            body.write(part, 0, length);
            if (body.size() > LARGEST || until.passed()) {
                throw new IOException("a description without end");
            }
        }
        return body.toByteArray();
    }
}
