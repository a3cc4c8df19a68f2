package org.mailstation.daemon.ctl;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;

/**
 * Carries bytes between a pair of streams and a socket, in both directions at once, without looking
 * at them. The end of the input is passed on as the end of the sending side only: the answer may
 * still be on its way.
 */
final class Bridge {
    private Bridge() {}

    /** Returns when the socket's other end has closed, whether or not the input has ended. */
    static void carry(InputStream in, OutputStream out, SocketChannel socket) throws IOException {
        Thread.ofPlatform()
                .name("input")
                .daemon()
                .start(
                        () -> {
                            try {
                                in.transferTo(Channels.newOutputStream(socket));
                                socket.shutdownOutput();
                            } catch (IOException closedByTheOtherEnd) {
                                // the other direction ends for the same reason, and ends the
                                // program
                            }
                        });
        InputStream answers = Channels.newInputStream(socket);
        byte[] buffer = new byte[16 * 1024];
        for (int n = answers.read(buffer); n >= 0; n = answers.read(buffer)) {
            out.write(buffer, 0, n);
            out.flush();
        }
    }
}
