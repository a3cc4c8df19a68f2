package org.mailstation.daemon.mail.managesieve;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.util.List;
import java.util.function.Supplier;
import org.apache.james.protocols.api.Protocol;
import org.apache.james.protocols.api.ProtocolImpl;
import org.apache.james.protocols.api.ProtocolSession;
import org.apache.james.protocols.api.ProtocolTransport;
import org.apache.james.protocols.api.handler.ConnectHandler;
import org.apache.james.protocols.api.handler.ProtocolHandler;
import org.apache.james.protocols.api.handler.ProtocolHandlerChainImpl;
import org.apache.james.protocols.api.handler.WiringException;
import org.apache.james.protocols.netty.BasicChannelInboundHandler;
import org.apache.james.protocols.netty.HandlerConstants;
import org.mailstation.daemon.accounts.Logins;
import org.mailstation.daemon.filters.Filters;
import org.mailstation.daemon.mail.net.Connection;
import org.mailstation.daemon.mail.net.Introduction;
import org.mailstation.daemon.mail.net.Listener;
import org.mailstation.daemon.mail.net.StationEncryption;

/** Puts ManageSieve on our own connections. */
public final class SieveEngine {
    private static final int LONGEST_LINE = 64 * 1024;
    private static final int IDLE_SECONDS = 120;

    private SieveEngine() {}

    public static Listener.Protocol protocol(
            Logins logins,
            Filters filters,
            Supplier<String> hostName,
            StationEncryption encryption) {
        Protocol protocol = engine(logins, filters, hostName);
        return channel -> {
            Connection.begin(channel, protocol, encryption, LONGEST_LINE, IDLE_SECONDS);
            channel.pipeline()
                    .addBefore(HandlerConstants.CORE_HANDLER, "again", new GreetingAgain());
        };
    }

    private static Protocol engine(Logins logins, Filters filters, Supplier<String> hostName) {
        ConnectHandler<SieveSession> welcome = SieveLines::capabilities;
        ProtocolHandlerChainImpl chain = new ProtocolHandlerChainImpl();
        List<ProtocolHandler> handlers = List.of(welcome, new SieveLines(logins, filters));
        chain.addAll(handlers);
        try {
            chain.wireExtensibleHandlers();
        } catch (WiringException e) {
            throw new IllegalStateException("the commands of ManageSieve do not fit together", e);
        }
        Introduction introduction = new Introduction(hostName);
        return new ProtocolImpl(chain, introduction) {
            @Override
            public String getName() {
                return "MANAGESIEVE";
            }

            @Override
            public ProtocolSession newSession(ProtocolTransport transport) {
                return new SieveSession(transport, introduction);
            }
        };
    }

    /** RFC 5804 2.2: what is offered is told again as soon as TLS is there. */
    private static final class GreetingAgain extends ChannelInboundHandlerAdapter {
        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event)
                throws Exception {
            if (event instanceof SslHandshakeCompletionEvent end
                    && end.isSuccess()
                    && context.channel()
                                    .attr(BasicChannelInboundHandler.SESSION_ATTRIBUTE_KEY)
                                    .get()
                            instanceof SieveSession session) {
                session.getProtocolTransport()
                        .writeResponse(SieveLines.capabilities(session), session);
            }
            super.userEventTriggered(context, event);
        }
    }
}
