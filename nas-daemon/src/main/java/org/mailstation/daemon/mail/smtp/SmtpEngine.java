package org.mailstation.daemon.mail.smtp;

import static org.mailstation.daemon.mail.smtp.Replies.goodbye;
import static org.mailstation.daemon.mail.smtp.Replies.reply;

import java.util.List;
import java.util.Optional;
import org.apache.james.protocols.api.OidcSASLConfiguration;
import org.apache.james.protocols.api.Protocol;
import org.apache.james.protocols.api.ProtocolSession;
import org.apache.james.protocols.api.ProtocolTransport;
import org.apache.james.protocols.api.handler.ConnectHandler;
import org.apache.james.protocols.api.handler.DisconnectHandler;
import org.apache.james.protocols.api.handler.ProtocolHandler;
import org.apache.james.protocols.api.handler.ProtocolHandlerChainImpl;
import org.apache.james.protocols.api.handler.WiringException;
import org.apache.james.protocols.smtp.SMTPConfiguration;
import org.apache.james.protocols.smtp.SMTPProtocol;
import org.apache.james.protocols.smtp.SMTPSession;
import org.mailstation.daemon.mail.net.Connection;
import org.mailstation.daemon.mail.net.Listener;
import org.mailstation.daemon.mail.net.StationEncryption;

/** Puts James's SMTP engine together with our commands. */
public final class SmtpEngine {
    /**
     * A text line may be longer than the standard allows, but not so long that it fills the memory.
     */
    private static final int LONGEST_LINE = 64 * 1024;

    /** RFC 5321 4.5.3.2.7. */
    private static final int IDLE_SECONDS = 300;

    private SmtpEngine() {}

    public static Listener.Protocol protocol(
            SmtpContext context, SmtpRole role, StationEncryption encryption) {
        Protocol protocol = engine(context, role);
        return channel ->
                Connection.begin(channel, protocol, encryption, LONGEST_LINE, IDLE_SECONDS);
    }

    private static Protocol engine(SmtpContext context, SmtpRole role) {
        ConnectHandler<SMTPSession> welcome =
                session ->
                        role == SmtpRole.INCOMING && isShutOut(context, (SmtpSession) session)
                                ? goodbye("421 4.7.0 Too much nonsense came from there")
                                : reply(
                                        "220 "
                                                + context.config().get().hostName()
                                                + " ESMTP Mail Station");
        ProtocolHandlerChainImpl chain = new ProtocolHandlerChainImpl();
        List<ProtocolHandler> handlers =
                List.of(
                        welcome,
                        new SmtpDispatcher(context),
                        new Hello(context, role),
                        new StartTls(),
                        new Auth(context, role),
                        new MailFrom(context, role),
                        new RcptTo(context),
                        new Data(context),
                        new Plain(),
                        new Farewell());
        chain.addAll(handlers);
        try {
            chain.wireExtensibleHandlers();
        } catch (WiringException e) {
            throw new IllegalStateException("the SMTP commands do not fit together", e);
        }
        SMTPConfiguration configuration = new LiveConfiguration(context);
        return new SMTPProtocol(chain, configuration) {
            @Override
            public ProtocolSession newSession(ProtocolTransport transport) {
                return new SmtpSession(transport, configuration);
            }
        };
    }

    private static boolean isShutOut(SmtpContext context, SmtpSession session) {
        return context.guard().strangers().isShutOut(session.place(context.guard()));
    }

    /** Drops the letter that a client was sending when it went away. */
    private static final class Farewell implements DisconnectHandler<SMTPSession> {
        @Override
        public void onDisconnect(SMTPSession session) {
            if (session instanceof SmtpSession ours) {
                ours.abandon();
            }
        }
    }

    /** What James's session asks; our commands ask the configuration themselves. */
    private record LiveConfiguration(SmtpContext context) implements SMTPConfiguration {
        @Override
        public String getHelloName() {
            return context.config().get().hostName();
        }

        @Override
        public String getGreeting() {
            return getHelloName();
        }

        @Override
        public String getSoftwareName() {
            return "Mail Station";
        }

        @Override
        public long getMaxMessageSize() {
            return context.largestLetter();
        }

        @Override
        public boolean isRelayingAllowed(String remoteAddress) {
            return false;
        }

        @Override
        public boolean isAuthAnnounced(String remoteAddress, boolean tlsStarted) {
            return tlsStarted;
        }

        @Override
        public boolean useHeloEhloEnforcement() {
            return true;
        }

        @Override
        public boolean useAddressBracketsEnforcement() {
            return true;
        }

        @Override
        public boolean isPlainAuthEnabled() {
            return true;
        }

        @Override
        public Optional<OidcSASLConfiguration> saslConfiguration() {
            return Optional.empty();
        }
    }
}
