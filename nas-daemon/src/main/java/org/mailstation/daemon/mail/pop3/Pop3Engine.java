package org.mailstation.daemon.mail.pop3;

import java.util.List;
import java.util.function.Supplier;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.pop3server.core.PassCmdHandler;
import org.apache.james.pop3server.mailbox.DefaultMailboxAdapterFactory;
import org.apache.james.protocols.api.Protocol;
import org.apache.james.protocols.api.handler.CommandDispatcher;
import org.apache.james.protocols.api.handler.ConnectHandler;
import org.apache.james.protocols.api.handler.ProtocolHandler;
import org.apache.james.protocols.api.handler.ProtocolHandlerChainImpl;
import org.apache.james.protocols.api.handler.WiringException;
import org.apache.james.protocols.pop3.POP3Protocol;
import org.apache.james.protocols.pop3.POP3Response;
import org.apache.james.protocols.pop3.POP3Session;
import org.apache.james.protocols.pop3.core.CapaCmdHandler;
import org.apache.james.protocols.pop3.core.DeleCmdHandler;
import org.apache.james.protocols.pop3.core.ListCmdHandler;
import org.apache.james.protocols.pop3.core.NoopCmdHandler;
import org.apache.james.protocols.pop3.core.QuitCmdHandler;
import org.apache.james.protocols.pop3.core.RsetCmdHandler;
import org.apache.james.protocols.pop3.core.StatCmdHandler;
import org.apache.james.protocols.pop3.core.TopCmdHandler;
import org.apache.james.protocols.pop3.core.UidlCmdHandler;
import org.apache.james.protocols.pop3.core.UnknownCmdHandler;
import org.mailstation.daemon.mail.net.Connection;
import org.mailstation.daemon.mail.net.Introduction;
import org.mailstation.daemon.mail.net.Listener;
import org.mailstation.daemon.mail.net.StationEncryption;

/** Puts James's POP3 engine together. */
public final class Pop3Engine {
    private static final int LONGEST_LINE = 2048;
    private static final int IDLE_SECONDS = 180;

    private Pop3Engine() {}

    public static Listener.Protocol protocol(
            MailboxManager mailboxes,
            MetricFactory metrics,
            Supplier<String> hostName,
            StationEncryption encryption) {
        Protocol protocol = engine(mailboxes, metrics, hostName);
        return channel ->
                Connection.begin(channel, protocol, encryption, LONGEST_LINE, IDLE_SECONDS);
    }

    private static Protocol engine(
            MailboxManager mailboxes, MetricFactory metrics, Supplier<String> hostName) {
        ConnectHandler<POP3Session> welcome =
                _ ->
                        new POP3Response(
                                POP3Response.OK_RESPONSE, hostName.get() + " Mail Station ready");
        ProtocolHandlerChainImpl chain = new ProtocolHandlerChainImpl();
        List<ProtocolHandler> handlers =
                List.of(
                        welcome,
                        new CommandDispatcher<POP3Session>(),
                        new CapaCmdHandler(metrics),
                        new UserAfterTls(metrics),
                        new PassCmdHandler(
                                mailboxes, new DefaultMailboxAdapterFactory(mailboxes), metrics),
                        new ListCmdHandler(metrics),
                        new UidlCmdHandler(metrics),
                        new RsetCmdHandler(metrics),
                        new DeleCmdHandler(metrics),
                        new NoopCmdHandler(metrics),
                        new Retrieve(metrics),
                        new TopCmdHandler(metrics),
                        new StatCmdHandler(metrics),
                        new QuitCmdHandler(metrics),
                        new StlsOnce(metrics),
                        new UnknownCmdHandler());
        chain.addAll(handlers);
        try {
            chain.wireExtensibleHandlers();
        } catch (WiringException e) {
            throw new IllegalStateException("the POP3 commands do not fit together", e);
        }
        return new POP3Protocol(chain, new Introduction(hostName));
    }
}
