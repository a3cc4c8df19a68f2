package org.mailstation.daemon.mail.net;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.stream.ChunkedWriteHandler;
import java.util.function.Predicate;
import org.apache.james.protocols.api.Protocol;
import org.apache.james.protocols.api.ProtocolSession;
import org.apache.james.protocols.api.ProtocolSessionImpl;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.netty.BasicChannelInboundHandler;
import org.apache.james.protocols.netty.HandlerConstants;
import org.apache.james.protocols.netty.ProtocolMDCContextFactory;
import org.apache.james.protocols.pop3.POP3Session;
import org.apache.james.util.MDCBuilder;

/** One connection of a protocol that speaks in lines, driven by James's engine. */
public final class Connection extends BasicChannelInboundHandler {
    /** James would look the client's name up in DNS for its log, and wait for the answer. */
    private static final ProtocolMDCContextFactory NO_CONTEXT =
            new ProtocolMDCContextFactory() {
                @Override
                public MDCBuilder onBound(Protocol protocol, ChannelHandlerContext context) {
                    return MDCBuilder.create();
                }

                @Override
                public MDCBuilder withContext(ProtocolSession session) {
                    return MDCBuilder.create();
                }
            };

    private final SocketChannel channel;
    private final StationEncryption encryption;
    private final LineFramer framer;

    private Connection(
            SocketChannel channel,
            Protocol protocol,
            StationEncryption encryption,
            LineFramer framer) {
        super(NO_CONTEXT, protocol, encryption, false);
        this.channel = channel;
        this.encryption = encryption;
        this.framer = framer;
    }

    /**
     * Sets a new connection up.
     *
     * @param longestLine in bytes
     * @param idleSeconds after which a silent stranger is cut
     */
    public static void begin(
            SocketChannel channel,
            Protocol protocol,
            StationEncryption encryption,
            int longestLine,
            int idleSeconds) {
        LineFramer framer = new LineFramer(longestLine);
        if (!encryption.isStartTLS()) {
            channel.pipeline().addFirst(HandlerConstants.SSL_HANDLER, encryption.sslHandler());
        }
        channel.pipeline()
                .addLast("flushes", new FlushesTogether())
                .addLast(
                        HandlerConstants.TIMEOUT_HANDLER,
                        new IdleWatch(idleSeconds, 10, signedIn()))
                .addLast(HandlerConstants.CHUNK_HANDLER, new ChunkedWriteHandler())
                .addLast(HandlerConstants.FRAMER, framer)
                .addLast("readOnDemand", new ReadOnDemand())
                .addLast("quietEnd", new QuietEnd())
                .addLast(
                        HandlerConstants.CORE_HANDLER,
                        new Connection(channel, protocol, encryption, framer));
    }

    private static Predicate<Channel> signedIn() {
        return channel ->
                switch (channel.attr(SESSION_ATTRIBUTE_KEY).get()) {
                    case POP3Session pop3 -> pop3.getHandlerState() == POP3Session.TRANSACTION;
                    case ProtocolSession session -> session.getUsername() != null;
                    case null, default -> false;
                };
    }

    @Override
    protected ProtocolSession createSession(ChannelHandlerContext context) {
        return protocol.newSession(new StationTransport(channel, encryption, framer));
    }

    /** A line without end: what follows it cannot be understood, so the connection ends. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) throws Exception {
        boolean tooLong = cause instanceof TooLongFrameException;
        if (tooLong
                && context.channel().attr(SESSION_ATTRIBUTE_KEY).get()
                        instanceof ProtocolSessionImpl session) {
            session.getProtocolTransport().writeResponse(session.newLineTooLongResponse(), session);
            session.getProtocolTransport().writeResponse(Response.DISCONNECT, session);
        } else {
            super.exceptionCaught(context, cause);
        }
    }
}
