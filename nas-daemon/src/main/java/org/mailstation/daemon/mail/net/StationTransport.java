package org.mailstation.daemon.mail.net;

import io.netty.buffer.Unpooled;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.stream.ChunkedStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.apache.james.protocols.api.ProtocolSession;
import org.apache.james.protocols.netty.HandlerConstants;
import org.apache.james.protocols.netty.NettyProtocolTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * James's transport, with a change to TLS that leaves no gap between the last clear byte and the
 * first encrypted one.
 */
public final class StationTransport extends NettyProtocolTransport {
    private static final Logger LOG = LoggerFactory.getLogger(StationTransport.class);

    /** Most letters are smaller, and go out as one piece. */
    private static final int PIECE = 64 * 1024;

    private final SocketChannel channel;
    private final StationEncryption encryption;
    private final LineFramer framer;

    public StationTransport(
            SocketChannel channel, StationEncryption encryption, LineFramer framer) {
        super(channel, encryption, false);
        this.channel = channel;
        this.encryption = encryption;
        this.framer = framer;
    }

    /** The client's next lines are those of a letter; they may be handed on many at a time. */
    public void letterBegins() {
        framer.letterBegins();
    }

    /** The client's next lines are commands, also if the letter did not end with its dot. */
    public void letterEnds() {
        framer.letterEnds();
    }

    @Override
    protected void writeToClient(byte[] bytes, ProtocolSession session, boolean startTls) {
        if (!startTls) {
            if (bytes.length > 0) {
                super.writeToClient(bytes, session, false);
            }
            return;
        }
        framer.deafUntilHandshake();
        // one step on the event loop: the client answers with its hello as soon as it has read the
        // line
        channel.eventLoop()
                .execute(
                        () -> {
                            var _ = channel.writeAndFlush(Unpooled.wrappedBuffer(bytes));
                            channel.pipeline()
                                    .addFirst(
                                            HandlerConstants.SSL_HANDLER, encryption.sslHandler());
                            channel.read();
                        });
    }

    /** What is small is read here, on the connection's own thread, and written at once. */
    @Override
    protected void writeToClient(InputStream in, ProtocolSession session, boolean startTls) {
        try {
            byte[] first = in.readNBytes(PIECE);
            if (first.length < PIECE) {
                in.close();
                writeToClient(first, session, startTls);
            } else {
                InputStream all = new SequenceInputStream(new ByteArrayInputStream(first), in);
                channel.writeAndFlush(new ChunkedStream(all, PIECE));
            }
        } catch (IOException e) {
            LOG.error("a letter cannot be read; the connection ends", e);
            close();
        }
    }
}
