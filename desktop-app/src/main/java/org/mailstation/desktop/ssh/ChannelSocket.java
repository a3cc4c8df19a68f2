package org.mailstation.desktop.ssh;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import net.schmizz.sshj.connection.channel.direct.DirectConnection;

/**
 * A connection that the SSH server makes (RFC 4254 7.2), in the shape that Java's TLS can be put
 * on. A channel's reads have no time limit, so the whole conversation has one: at its end the
 * channel is closed, and whoever reads then is told that it was too slow.
 */
final class ChannelSocket extends Socket {
    private final DirectConnection channel;
    private final InetSocketAddress where;
    private final Thread end;
    private volatile boolean late;
    private volatile boolean closed;

    ChannelSocket(DirectConnection channel, InetSocketAddress where, Duration patience) {
        this.channel = channel;
        this.where = where;
        this.end = Thread.ofVirtual().name("end of " + where).start(() -> endAfter(patience));
    }

    private void endAfter(Duration patience) {
        try {
            Thread.sleep(patience);
            late = true;
            Closing.quietly(channel);
        } catch (InterruptedException closedInTime) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public InputStream getInputStream() {
        return new FilterInputStream(channel.getInputStream()) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                try {
                    int count = super.read(into, from, length);
                    return count < 0 && late ? tooLate() : count;
                } catch (IOException e) {
                    return late ? tooLate() : failed(e);
                }
            }
        };
    }

    private static int tooLate() throws SocketTimeoutException {
        throw new SocketTimeoutException("no time left");
    }

    private static int failed(IOException e) throws IOException {
        throw e;
    }

    @Override
    public OutputStream getOutputStream() {
        return channel.getOutputStream();
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public int getPort() {
        return where.getPort();
    }

    /** The whole conversation has a limit already. */
    @Override
    public void setSoTimeout(int milliseconds) {}

    @Override
    public int getSoTimeout() {
        return 0;
    }

    /** There is no such thing on a channel. */
    @Override
    public int getSoLinger() {
        return -1;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        end.interrupt();
        channel.close();
    }
}
