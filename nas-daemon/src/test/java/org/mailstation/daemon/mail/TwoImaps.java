package org.mailstation.daemon.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import javax.mail.Flags;
import org.apache.james.core.Username;
import org.apache.james.imap.api.ImapConfiguration;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.FetchRequest;
import org.apache.james.imap.message.response.FetchResponse;
import org.apache.james.imap.message.response.UnpooledStatusResponseFactory;
import org.apache.james.imap.processor.fetch.FetchProcessor;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageManager.AppendCommand;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.ByteContent;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.MessageRange;
import org.mailstation.daemon.mail.imap.ImapEngine;
import org.mailstation.daemon.mail.imap.fetch.ExactEnvelope;
import org.mailstation.daemon.mail.net.EventLoops;
import org.mailstation.daemon.mail.net.Listener;
import org.mailstation.daemon.mail.net.StationEncryption;
import reactor.core.publisher.Mono;

/** One store with two IMAP servers: ours, and one in which James answers every FETCH. */
final class TwoImaps implements AutoCloseable {
    static final Username ANNA = Username.of("anna@home.test");
    private static final MailboxPath INBOX = MailboxPath.inbox(ANNA);

    final MailStorage storage;
    private final JamesMailboxes mailboxes;
    private final EventLoops loops = new EventLoops();
    private final Listener ours;
    private final Listener james;
    private final MailboxSession session;

    TwoImaps(Path folder) throws IOException, GeneralSecurityException, MailboxException {
        Clock clock = Clock.systemUTC();
        NoMetrics metrics = new NoMetrics();
        storage = MailStorage.open(folder.resolve("data"), clock);
        mailboxes = new JamesMailboxes(storage, (_, _) -> true, metrics, clock);
        ImapProcessor processor = mailboxes.imap(metrics);
        StationEncryption tls = new StationEncryption(ScriptHost.Ground.in(folder).tls(), false);
        ours = Listener.bind(0, engine(processor, metrics).protocol(tls), loops);
        JamesFetch fetch = new JamesFetch(processor, new PlainFetch(mailboxes, metrics));
        james = Listener.bind(0, engine(fetch, metrics).protocol(tls), loops);
        session = mailboxes.manager().createSystemSession(ANNA);
        mailboxes.manager().createMailbox(INBOX, session);
    }

    private static ImapEngine engine(ImapProcessor processor, NoMetrics metrics) {
        return new ImapEngine(processor, metrics, () -> "mail.home.test", () -> 5_000_000);
    }

    void append(byte[] letter) throws MailboxException {
        inbox().appendMessage(AppendCommand.builder().build(new ByteContent(letter)), session);
    }

    void flag(long uid, String... keywords) throws MailboxException {
        Flags flags = new Flags(Flags.Flag.SEEN);
        List.of(keywords).forEach(flags::add);
        inbox().setFlags(
                        flags,
                        MessageManager.FlagsUpdateMode.ADD,
                        MessageRange.one(org.apache.james.mailbox.MessageUid.of(uid)),
                        session);
    }

    MailboxSession session() {
        return session;
    }

    MessageManager inbox() throws MailboxException {
        return mailboxes.manager().getMailbox(INBOX, session);
    }

    LineClient ours() throws IOException {
        return client(ours);
    }

    LineClient james() throws IOException {
        return client(james);
    }

    private static LineClient client(Listener listener) throws IOException {
        LineClient client = LineClient.tls(listener.port());
        client.line();
        client.imap("LOGIN " + ANNA.asString() + " x");
        return client;
    }

    @Override
    public void close() throws Exception {
        ours.close();
        james.close();
        loops.close();
        storage.closing().close();
    }

    private static final class PlainFetch extends FetchProcessor {
        PlainFetch(JamesMailboxes mailboxes, NoMetrics metrics) {
            super(mailboxes.manager(), new UnpooledStatusResponseFactory(), metrics);
        }
    }

    private record JamesFetch(ImapProcessor others, FetchProcessor fetch) implements ImapProcessor {
        @Override
        public void process(ImapMessage message, Responder responder, ImapSession session) {
            processReactive(message, responder, session).block();
        }

        @Override
        public Mono<Void> processReactive(
                ImapMessage message, Responder responder, ImapSession session) {
            return message instanceof FetchRequest
                    ? fetch.processReactive(message, new Exact(responder), session)
                    : others.processReactive(message, responder, session);
        }

        @Override
        public void configure(ImapConfiguration configuration) {
            others.configure(configuration);
        }
    }

    private record Exact(ImapProcessor.Responder client) implements ImapProcessor.Responder {
        @Override
        public void respond(ImapResponseMessage message) {
            client.respond(
                    message instanceof FetchResponse fetched ? ExactEnvelope.in(fetched) : message);
        }

        @Override
        public void flush() {
            client.flush();
        }
    }
}
