package org.mailstation.desktop.ssh;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/**
 * Remembers whether the other side ever said anything: who hangs up at once is another case than
 * who speaks another protocol.
 */
final class WatchedSocket extends Socket {
    private volatile boolean heard;

    boolean heard() {
        return heard;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read() throws IOException {
                int one = super.read();
                heard |= one >= 0;
                return one;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int count = super.read(bytes, offset, length);
                heard |= count > 0;
                return count;
            }
        };
    }
}
