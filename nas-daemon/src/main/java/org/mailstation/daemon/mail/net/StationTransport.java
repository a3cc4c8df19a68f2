package org.mailstation.daemon.mail.net;

import io.netty.buffer.Unpooled;
import io.netty.channel.socket.SocketChannel;
import org.apache.james.protocols.api.ProtocolSession;
import org.apache.james.protocols.netty.HandlerConstants;
import org.apache.james.protocols.netty.NettyProtocolTransport;

/**
 * James's transport, with a change to TLS that leaves no gap between the last clear byte and the
 * first encrypted one.
 */
public final class StationTransport extends NettyProtocolTransport {
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

    @Override
    protected void writeToClient(byte[] bytes, ProtocolSession session, boolean startTls) {
        if (!startTls) {
            super.writeToClient(bytes, session, false);
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
}
