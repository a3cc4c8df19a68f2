package org.mailstation.daemon.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.james.mailbox.Authenticator;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Account;
import org.mailstation.config.Problem;
import org.mailstation.config.StationConfig;
import org.mailstation.control.CertificateStatus;
import org.mailstation.control.ListenerStatus;
import org.mailstation.control.QueueStatus;
import org.mailstation.control.StationEvent;
import org.mailstation.control.StationStatus;
import org.mailstation.control.TraceRequest;
import org.mailstation.control.Traces;
import org.mailstation.daemon.accounts.AccountPasswords;
import org.mailstation.daemon.accounts.DevicePasswords;
import org.mailstation.daemon.accounts.HourlyCount;
import org.mailstation.daemon.accounts.LastLogins;
import org.mailstation.daemon.accounts.Logins;
import org.mailstation.daemon.apply.Services;
import org.mailstation.daemon.apply.ServicesException;
import org.mailstation.daemon.delivery.Arrivals;
import org.mailstation.daemon.delivery.DkimSigning;
import org.mailstation.daemon.delivery.Gate;
import org.mailstation.daemon.delivery.LetterIds;
import org.mailstation.daemon.delivery.OutgoingMail;
import org.mailstation.daemon.delivery.Outwards;
import org.mailstation.daemon.delivery.PersonalRules;
import org.mailstation.daemon.delivery.Reception;
import org.mailstation.daemon.delivery.RelayMemory;
import org.mailstation.daemon.delivery.RelaySeen;
import org.mailstation.daemon.delivery.Reports;
import org.mailstation.daemon.delivery.Signing;
import org.mailstation.daemon.delivery.StrangerGate;
import org.mailstation.daemon.delivery.Trace;
import org.mailstation.daemon.guard.Guard;
import org.mailstation.daemon.guard.HomeNetwork;
import org.mailstation.daemon.incoming.Examiner;
import org.mailstation.daemon.incoming.Greylist;
import org.mailstation.daemon.junk.JunkMemory;
import org.mailstation.daemon.mail.imap.DiskReserve;
import org.mailstation.daemon.mail.imap.ImapEngine;
import org.mailstation.daemon.mail.net.ConnectionThread;
import org.mailstation.daemon.mail.net.EventLoops;
import org.mailstation.daemon.mail.smtp.SmtpContext;
import org.mailstation.daemon.notes.NoteBook;
import org.mailstation.daemon.tls.Renewal;
import org.mailstation.daemon.tls.StationTls;
import org.mailstation.daemon.trace.TraceBook;
import org.mailstation.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running mail services of one station: listeners, mailboxes, delivery. */
public final class MailServer implements Services {
    private static final Logger LOG = LoggerFactory.getLogger(MailServer.class);

    private final Clock clock;
    private final LiveConfig live = new LiveConfig();
    private final NoMetrics metrics = new NoMetrics();
    private final EventLoops loops = new EventLoops();
    private final MailStorage storage;
    private final StationTls tls;
    private final AccountPasswords passwords;
    private final DevicePasswords devices;
    private final JamesMailboxes mailboxes;
    private final JamesOutbox outbox;
    private final OutgoingMail outgoing;
    private final Arrivals arrivals;
    private final Guard guard;
    private final MailFigures figures;
    private final NoteBook notes;
    private final PersonalRules rules;
    private final PersonalCare care;
    private final JunkMemory junk;
    private final JunkLearning learning;
    private final RelayMemory relayed;
    private final TraceBook traces;
    private final Listeners listeners;

    /**
     * Opens the services over a store. Nothing listens before the first {@link #switchTo}.
     *
     * @throws IOException if the data folder cannot be used
     */
    public MailServer(MailStorage storage, MailSettings settings) throws IOException {
        this(
                storage,
                settings,
                new Guard(settings.clock(), HomeNetwork.ofThisComputer(settings.clock())));
    }

    /** The same with another opinion on who is held back, and who belongs to the home. */
    public MailServer(MailStorage storage, MailSettings settings, Guard guard) throws IOException {
        this.storage = storage;
        Path secrets = Files.createDirectories(settings.data().resolve("secrets"));
        Path spool = Openings.emptied(settings.data().resolve("tmp"));
        this.clock = settings.clock();
        LetterIds ids = new LetterIds(clock, settings.random());
        this.tls = new StationTls(secrets, clock, settings.random());
        this.passwords =
                new AccountPasswords(
                        secrets, clock, settings.random(), settings.passwordIterations());
        this.devices = new DevicePasswords(secrets, clock, settings.random());
        this.guard = guard;
        this.notes = NoteBook.open(settings.data().resolve("notes.mv"));
        this.figures = new MailFigures(guard, new LastLogins(notes.map("sign-ins"), clock), clock);
        this.arrivals = new Arrivals(settings.data().resolve("arrived"), clock);
        Logins logins =
                new Logins(
                        live::book, passwords, devices, guard, settings.pause(), figures.logins());
        this.mailboxes = new JamesMailboxes(storage, authenticator(logins), metrics, clock);
        this.outbox = new JamesOutbox(storage, ids);
        this.junk = new JunkMemory(notes, () -> live.config().incoming().learning());
        this.learning = new JunkLearning(mailboxes.manager(), junk);
        mailboxes.hear(learning);
        this.relayed = new RelayMemory(notes.map("relayed"), clock);
        this.traces = new TraceBook(notes.map("traces"), notes.map("trace-names"), clock);
        Consumer<StationEvent> events =
                settings.events().andThen(traces::event).andThen(figures.letters());
        guard.hear(ban -> events.accept(new StationEvent.AddressShutOut(clock.instant(), ban)));
        Signing signing = new DkimSigning(live::config, settings.signer());
        this.rules = PersonalRules.open(settings.data(), clock);
        Reports reports = new Reports(live::hostName, live::language, ids, signing, clock);
        this.care =
                PersonalCare.begin(
                        rules,
                        mailboxes,
                        outbox,
                        live::book,
                        live::hostName,
                        live::language,
                        signing,
                        ids,
                        notes,
                        () -> live.config().storage().warnAt(),
                        clock);
        Reception reception =
                new Reception(
                        live::hostName,
                        live::book,
                        care.filing(),
                        outbox,
                        ids,
                        signing,
                        reports,
                        gate(settings),
                        clock,
                        events,
                        traces);
        SmtpContext smtp =
                new SmtpContext(
                        live::config,
                        live::book,
                        logins,
                        guard,
                        settings.pause(),
                        figures.smtp(),
                        reception,
                        arrivals,
                        settings.freeBytes(),
                        spool);
        this.listeners =
                new Listeners(
                        new Protocols(
                                        live,
                                        tls,
                                        smtp,
                                        new ImapEngine(
                                                new DiskReserve(
                                                        mailboxes.imap(metrics), smtp::hasRoomFor),
                                                metrics,
                                                live::hostName,
                                                live::largestLetter),
                                        logins,
                                        rules.filters(),
                                        mailboxes.manager(),
                                        metrics)
                                ::of,
                        loops);
        this.outgoing =
                new OutgoingMail(
                        live::config,
                        live::book,
                        care.filing(),
                        reports,
                        clock,
                        events,
                        traces,
                        new Outwards(
                                live::config,
                                settings.secrets(),
                                settings.outside(),
                                relayed,
                                settings.assurances().apply(notes.map("policies")),
                                clock));
    }

    private Gate gate(MailSettings settings) {
        return new StrangerGate(
                live::config,
                new Examiner(
                        settings.resolver(),
                        () -> live.config().incoming().blockLists(),
                        settings.clock(),
                        settings.random()),
                new Greylist(notes.map("greylist"), settings.clock()),
                junk,
                settings.expected());
    }

    private static Authenticator authenticator(Logins logins) {
        return (name, password) ->
                logins.check(ConnectionThread.client(), name.asString(), password.toString())
                        .isPresent();
    }

    @Override
    public synchronized void switchTo(StationConfig config, Consumer<Text> progress)
            throws ServicesException {
        progress.accept(Text.of("mail.certificate"));
        useCertificate(config);
        progress.accept(Text.of("mail.addresses"));
        live.set(config);
        mailboxes.limit(config.accounts());
        mailboxes.furnish(config.accounts());
        tryAgain();
        outbox.consume(outgoing, outgoing::giveUp);
        List<Problem> problems = listeners.switchTo(config.ports(), progress);
        if (!problems.isEmpty()) {
            throw new ServicesException(problems);
        }
    }

    private void useCertificate(StationConfig config) throws ServicesException {
        try {
            tls.use(config);
        } catch (IOException | GeneralSecurityException e) {
            LOG.error("the certificate cannot be used", e);
            throw new ServicesException(List.of(Openings.certificateProblem(config.tls(), e)));
        }
    }

    /** What waits is tried again, for example with another password of the relay. */
    public void tryAgain() {
        outgoing.startAfresh();
        outbox.tryAllNow();
    }

    /** What the relay did with the last letter; {@code null}: none since the last change. */
    public @Nullable RelaySeen relaySeen() {
        return outgoing.relaySeen();
    }

    /** Destinations that are reached through the relay. */
    public RelayMemory relayed() {
        return relayed;
    }

    /** The passwords of single devices. */
    public DevicePasswords devices() {
        return devices;
    }

    /** The passwords of the accounts. */
    public AccountPasswords passwords() {
        return passwords;
    }

    @Override
    public List<ListenerStatus> listeners() {
        return listeners.status();
    }

    @Override
    public QueueStatus queue() {
        return outbox.status();
    }

    @Override
    public @Nullable CertificateStatus certificate() {
        return tls.status();
    }

    /** The keys and certificates of the listeners. */
    public StationTls tls() {
        return tls;
    }

    /** Takes a certificate that was renewed on the disk, for all listeners, if it is proven. */
    public Renewal renewCertificate() {
        return tls.renew();
    }

    /**
     * Which way the letter with this word in its Message-ID came into an account's INBOX, one line
     * a server; {@code null} if it is not there.
     */
    public @Nullable List<String> trace(String account, String token) throws IOException {
        byte[] header = mailboxes.header(account, token);
        return header == null ? null : Trace.of(header);
    }

    /** Mailboxes as a whole, for copies of them and for letters from elsewhere. */
    public StationMail mail() {
        return new StationMail(storage.store(), mailboxes, notes, live::accounts);
    }

    /** What people want done with their letters. */
    public PersonalRules rules() {
        return rules;
    }

    /** From where letters of strangers came in. */
    public Arrivals arrivals() {
        return arrivals;
    }

    /** What those ask who look after the station. */
    public MailHome home() {
        return new MailHome(outbox, mailboxes, traces, figures, outgoing::startAfresh, care.post());
    }

    /** Where letters are. */
    public Traces trace(TraceRequest request) {
        return traces.find(request);
    }

    /** Logins that were not let in. */
    public HourlyCount refusedLogins() {
        return figures.logins().refused();
    }

    /** Figures of mail, with those of the whole station before them. */
    public String figures(StationStatus status) {
        return figures.text(status, listeners, live.config().accounts(), mailboxes);
    }

    /** Who is held back. */
    public Guard guard() {
        return guard;
    }

    /** Forgets the passwords, and what was learnt, of accounts that are not there any more. */
    public void forgetPasswordsExcept(List<Account> accounts) throws IOException {
        Set<String> kept = accounts.stream().map(Account::address).collect(Collectors.toSet());
        passwords.retain(kept);
        devices.retain(kept);
        junk.retain(kept);
        guard.logins().retain(kept);
        rules.retain(kept);
        figures.logins().last().retain(kept);
    }

    /** To be called when nobody has asked for a while: gives memory back. */
    public void rest() {
        storage.store().rest();
    }

    @Override
    public synchronized void close() {
        listeners.close();
        outbox.close();
        loops.close();
        learning.close();
        notes.close();
        try {
            storage.closing().close();
        } catch (Exception e) {
            // nothing can be lost by this: what was acknowledged is on the disk
            LOG.error("the mailbox store was not closed properly", e);
        }
    }
}
