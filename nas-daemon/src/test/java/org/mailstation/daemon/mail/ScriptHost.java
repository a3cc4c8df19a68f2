package org.mailstation.daemon.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.mail.Flags;
import org.apache.james.core.Username;
import org.apache.james.core.quota.QuotaCountLimit;
import org.apache.james.core.quota.QuotaSizeLimit;
import org.apache.james.imap.api.ImapConfiguration;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager.AppendCommand;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.ByteContent;
import org.apache.james.mailbox.model.MailboxACL;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mpt.api.Continuation;
import org.apache.james.mpt.api.ImapFeatures.Feature;
import org.apache.james.mpt.api.ImapHostSystem;
import org.apache.james.mpt.api.Session;
import org.apache.james.mpt.imapmailbox.GrantRightsOnHost;
import org.apache.james.mpt.imapmailbox.MailboxMessageAppender;
import org.mailstation.daemon.mail.imap.ImapEngine;
import org.mailstation.daemon.mail.net.EventLoops;
import org.mailstation.daemon.mail.net.Listener;
import org.mailstation.daemon.mail.net.StationEncryption;
import org.mailstation.daemon.tls.StationTls;

/**
 * Our IMAP server as James's scripts want to see it: the real listener, TLS, engine and store, with
 * users of the scripts' choice, and without the mailboxes that we give to a new user.
 */
final class ScriptHost
        implements ImapHostSystem, GrantRightsOnHost, MailboxMessageAppender, AutoCloseable {
    private final Map<Username, String> users = new ConcurrentHashMap<>();
    private final MailStorage storage;
    private final JamesMailboxes mailboxes;
    private final ImapProcessor processor;
    private final Listener listener;

    private ScriptHost(Path folder, StationTls tls, EventLoops loops) throws IOException {
        Clock clock = Clock.systemUTC();
        NoMetrics metrics = new NoMetrics();
        storage = MailStorage.open(folder, clock);
        mailboxes =
                new JamesMailboxes(
                        storage,
                        (user, password) -> password.toString().equals(users.get(user)),
                        metrics,
                        clock);
        processor = mailboxes.imap(metrics);
        ImapEngine engine =
                new ImapEngine(processor, metrics, () -> "mail.example.org", () -> 5_000_000);
        processor.configure(
                ImapConfiguration.builder()
                        .isProvisionDefaultMailboxes(false)
                        .isCondstoreEnable(true)
                        .build());
        listener = Listener.bind(0, engine.protocol(new StationEncryption(tls, false)), loops);
    }

    /** What all hosts of a test class share, because it takes long to make. */
    record Ground(Path folder, StationTls tls, EventLoops loops) implements AutoCloseable {
        static Ground in(Path folder) throws IOException, GeneralSecurityException {
            StationTls tls =
                    new StationTls(
                            Files.createDirectories(folder.resolve("secrets")),
                            Clock.systemUTC(),
                            new SecureRandom());
            tls.use(Configs.station("example.org").build());
            return new Ground(folder, tls, new EventLoops());
        }

        ScriptHost host() throws IOException {
            return new ScriptHost(Files.createTempDirectory(folder, "host"), tls, loops);
        }

        @Override
        public void close() {
            loops.close();
        }
    }

    @Override
    public void beforeTest() {
        // a new host for each test
    }

    @Override
    public void afterTest() {
        // see close()
    }

    @Override
    public boolean addUser(Username user, String password) {
        users.put(user, password);
        return true;
    }

    @Override
    public Session newSession(Continuation continuation) {
        return new ScriptSession(listener.port(), continuation);
    }

    @Override
    public boolean supports(Feature... features) {
        return true;
    }

    @Override
    public void createMailbox(MailboxPath path) throws MailboxException {
        MailboxSession session = mailboxes.manager().createSystemSession(path.getUser());
        mailboxes.manager().createMailbox(path, session);
    }

    @Override
    public void grantRights(MailboxPath path, Username user, MailboxACL.Rfc4314Rights rights)
            throws MailboxException {
        MailboxSession session = mailboxes.manager().createSystemSession(path.getUser());
        MailboxACL.ACLCommand command =
                MailboxACL.command().forUser(user).rights(rights).asAddition();
        mailboxes.manager().setRights(path, MailboxACL.EMPTY.apply(command), session);
    }

    @Override
    public void fillMailbox(MailboxPath path) {
        MailboxSession session = mailboxes.manager().createSystemSession(path.getUser());
        byte[] letter = "Subject: test\r\n\r\ntestmail\r\n".getBytes(StandardCharsets.US_ASCII);
        try {
            mailboxes
                    .manager()
                    .getMailbox(path, session)
                    .appendMessage(
                            AppendCommand.builder()
                                    .recent()
                                    .withFlags(new Flags())
                                    .build(new ByteContent(letter)),
                            session);
        } catch (MailboxException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void setQuotaLimits(QuotaCountLimit letters, QuotaSizeLimit octets) {
        mailboxes.limits().setGlobalMaxMessage(letters);
        mailboxes.limits().setGlobalMaxStorage(octets);
    }

    @Override
    public void close() throws Exception {
        listener.close();
        storage.closing().close();
    }
}
