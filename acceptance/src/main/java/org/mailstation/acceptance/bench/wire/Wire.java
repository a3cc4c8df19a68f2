package org.mailstation.acceptance.bench.wire;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLSocket;

/** A connection on which lines and octets are read with few copies. Not for several threads. */
public final class Wire implements Closeable {
    private static final int BUFFER = 1 << 16;
    private static final int PATIENCE_MILLIS = 180_000;
    private static final int LINE_FEED = '\n';

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;

    private Wire(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
    }

    /** Connects, with the whole TLS handshake where the door asks for it. */
    public static Wire open(Door door) throws IOException {
        return open(door, "127.0.0.1");
    }

    /**
     * @param from own address of the client, any of 127.0.0.0/8
     */
    public static Wire open(Door door, String from) throws IOException {
        Socket socket = new Socket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress("127.0.0.1", door.port()), PATIENCE_MILLIS);
            if (socket.getLocalPort() == door.port()) {
                // it was given the very port on which nobody listens yet, and talks to itself
                throw new ConnectException("nobody listens");
            }
            return new Wire(door.tls() ? encrypted(socket) : socket);
        } catch (IOException failure) {
            socket.close();
            throw failure;
        }
    }

    /**
     * @param seconds that an answer may take
     */
    void waitUpTo(int seconds) throws IOException {
        socket.setSoTimeout(seconds * 1000);
    }

    private static Socket encrypted(Socket plain) throws IOException {
        try {
            SSLSocket socket =
                    (SSLSocket)
                            Trust.context()
                                    .getSocketFactory()
                                    .createSocket(plain, "127.0.0.1", plain.getPort(), true);
            socket.startHandshake();
            return socket;
        } catch (GeneralSecurityException e) {
            throw new IOException("no TLS in this Java", e);
        }
    }

    /** Adds text to what {@link #flush} will send. */
    public Wire put(String ascii) throws IOException {
        out.write(ascii.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    /** Adds octets to what {@link #flush} will send. */
    public Wire put(byte[] octets) throws IOException {
        out.write(octets);
        return this;
    }

    public void flush() throws IOException {
        out.flush();
    }

    /** The next line without its end. */
    public String line() throws IOException {
        StringBuilder long_ = null;
        while (true) {
            fill();
            int start = at;
            while (at < end && buffer[at] != LINE_FEED) {
                at++;
            }
            String part = new String(buffer, start, at - start, StandardCharsets.ISO_8859_1);
            if (at < end) {
                at++;
                String whole = long_ == null ? part : long_.append(part).toString();
                return whole.endsWith("\r") ? whole.substring(0, whole.length() - 1) : whole;
            }
            long_ = (long_ == null ? new StringBuilder() : long_).append(part);
        }
    }

    /** The next so many octets. */
    public byte[] octets(int count) throws IOException {
        byte[] octets = new byte[count];
        int done = 0;
        while (done < count) {
            fill();
            int step = Math.min(count - done, end - at);
            System.arraycopy(buffer, at, octets, done, step);
            at += step;
            done += step;
        }
        return octets;
    }

    /** Reads past so many octets. */
    public void skip(long octets) throws IOException {
        long left = octets;
        while (left > 0) {
            fill();
            int step = (int) Math.min(left, end - at);
            at += step;
            left -= step;
        }
    }

    /**
     * Reads past everything up to and with a line that is one dot.
     *
     * @return octets before that line
     */
    public long skipToDot() throws IOException {
        long count = 0;
        int state = 2; // as if a line had just ended: 0 in a line, 1 CR, 2 CR LF, 3 dot, 4 dot CR
        while (true) {
            fill();
            while (at < end) {
                byte octet = buffer[at++];
                count++;
                state =
                        switch (octet) {
                            case '\r' -> state == 3 ? 4 : 1;
                            case '\n' -> state == 1 ? 2 : state == 4 ? 5 : 0;
                            case '.' -> state == 2 ? 3 : 0;
                            default -> 0;
                        };
                if (state == 5) {
                    return count - 3;
                }
            }
        }
    }

    private void fill() throws IOException {
        if (at == end) {
            at = 0;
            end = in.read(buffer);
            if (end <= 0) {
                end = 0;
                throw new EOFException("the server closed the connection");
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
