package org.mailstation.desktop.flow;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Account;
import org.mailstation.config.Parsed;
import org.mailstation.config.Service;
import org.mailstation.config.StationConfig;
import org.mailstation.config.toml.StationToml;
import org.mailstation.control.AskLetter;
import org.mailstation.control.ConfigDocument;
import org.mailstation.control.DdnsTried;
import org.mailstation.control.ListenerStatus;
import org.mailstation.control.Secret;
import org.mailstation.control.StationIdentity;
import org.mailstation.control.StationStatus;
import org.mailstation.desktop.login.LoginAnswer;
import org.mailstation.desktop.login.MailLogin;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.text.Text;
import org.mailstation.words.DdnsWords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows that mail works: each hop in turn, by asking for the very thing. All on the owner's thread.
 */
public final class Proof {

    /** What is shown to work, in this order. */
    public enum Part {
        NAME,
        OUT,
        LETTER,
        LOGIN
    }

    /**
     * What can be shown.
     *
     * @param mailboxes that one could sign in to
     * @param mailbox the one that is tried
     * @param knowsPassword it was typed while this program ran
     * @param current the part that is being shown; {@code null}: none
     * @param found of the parts that were tried
     */
    public record View(
            List<String> mailboxes,
            String mailbox,
            boolean knowsPassword,
            Activity activity,
            @Nullable Part current,
            Map<Part, List<Finding>> found) {
        public View {
            mailboxes = List.copyOf(mailboxes);
            found = Map.copyOf(found);
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Proof.class);

    private final Session session;
    private final Background background;
    private final MailLogin login;
    private final InstantSource clock;
    private final Errand errand;
    private final Audience<View> audience = new Audience<>(this::view);
    private final Map<Part, List<Finding>> found = new EnumMap<>(Part.class);
    private List<String> mailboxes = List.of();
    private String mailbox = "";
    private @Nullable Part current;

    public Proof(Session session, Background background, MailLogin login, InstantSource clock) {
        this.session = session;
        this.background = background;
        this.login = login;
        this.clock = clock;
        this.errand = new Errand(background, audience::tell);
    }

    /** Called with every change, and once at once. */
    public void listen(Consumer<View> listener) {
        audience.join(listener);
    }

    public View view() {
        return new View(
                mailboxes,
                mailbox,
                session.passwordOf(mailbox).isPresent(),
                errand.activity(),
                errand.busy() ? current : null,
                found);
    }

    /** Finds out which mailboxes there are. */
    public void open() {
        errand.start(
                Activity.Running.of("flow.fetching"),
                (cancellation, _) -> session.onStation(cancellation, Proof::fetch),
                config -> {
                    mailboxes =
                            config.accounts().stream()
                                    .filter(Account::enabled)
                                    .map(Account::address)
                                    .toList();
                    if (!mailboxes.contains(mailbox)) {
                        mailbox = mailboxes.isEmpty() ? "" : mailboxes.getFirst();
                    }
                    LOG.info("proof of one of {} mailboxes can begin", mailboxes.size());
                    audience.tell();
                });
    }

    private static StationConfig fetch(Station station) throws FailureException {
        ConfigDocument document = station.config();
        return switch (StationToml.read(document.toml())) {
            case Parsed.Valid<StationConfig>(StationConfig config) -> config;
            case Parsed.Invalid<StationConfig> wrong ->
                    throw new FailureException(
                            new FlowFailure.ConfigurationUnreadable(
                                    wrong.problems().getFirst().text()));
        };
    }

    /** Another mailbox. */
    public void choose(String address) {
        if (!mailbox.equals(address)) {
            mailbox = address;
            found.clear();
            audience.tell();
        }
    }

    /**
     * Tries everything, one after the other; takes up to two minutes.
     *
     * @param typed password of the mailbox; empty: the one that was typed before
     */
    public void run(Secret typed) {
        Secret password =
                typed.reveal().isEmpty() ? session.passwordOf(mailbox).orElse(typed) : typed;
        String address = mailbox;
        found.clear();
        errand.<Boolean>start(
                Activity.Running.of("flow.proof.running"),
                (cancellation, _) -> tryAll(address, password, cancellation),
                _ -> audience.tell());
    }

    public void cancel() {
        errand.cancel();
    }

    private boolean tryAll(String address, Secret password, Cancellation cancellation)
            throws FailureException {
        part(Part.NAME, cancellation, station -> name(station, cancellation));
        part(Part.OUT, cancellation, station -> out(station, cancellation));
        part(Part.LETTER, cancellation, station -> letter(station, address, cancellation));
        part(
                Part.LOGIN,
                cancellation,
                station -> List.of(signIn(station, address, password, cancellation)));
        return true;
    }

    private void part(Part part, Cancellation cancellation, Session.Use<Station, List<Finding>> use)
            throws FailureException {
        cancellation.check();
        background.later(
                () -> {
                    current = part;
                    audience.tell();
                });
        List<Finding> seen = session.onStation(cancellation, use);
        seen.forEach(it -> LOG.info("proof {} {} {}", part, it.check(), it.verdict()));
        background.later(
                () -> {
                    found.put(part, seen);
                    audience.tell();
                });
    }

    private static List<Finding> name(Station station, Cancellation cancellation)
            throws FailureException {
        Observation seen = new Observation("ddns.login", Hop.DDNS, List.of());
        if (station.ddns(false).provider().isEmpty()) {
            return List.of(seen.notApplicable(Text.of("flow.proof.no-ddns")));
        }
        DdnsTried tried = station.testDdns(cancellation);
        Text words = DdnsWords.of(tried);
        return List.of(
                switch (tried) {
                    case DdnsTried.Works _ -> seen.pass(words);
                    case DdnsTried.Refused _ -> seen.fail(Severity.ERROR, words, null);
                    case DdnsTried.TryLater _, DdnsTried.CouldNotTell _, DdnsTried.NotReady _ ->
                            seen.unknown(Severity.WARNING, words);
                });
    }

    private static List<Finding> out(Station station, Cancellation cancellation)
            throws FailureException {
        return station.check(List.of("outbound"), _ -> {}, cancellation).findings();
    }

    private static List<Finding> letter(Station station, String address, Cancellation cancellation)
            throws FailureException {
        return station.letter(new AskLetter(address, "", false), cancellation).findings();
    }

    private Finding signIn(
            Station station, String address, Secret password, Cancellation cancellation)
            throws FailureException {
        if (password.reveal().isEmpty()) {
            return new Observation("login", Hop.MAILBOX, List.of())
                    .unknown(Severity.INFORMATION, Text.of("flow.proof.no-password", address));
        }
        StationIdentity identity = station.identity();
        StationStatus status = station.status();
        int port =
                status.listeners().stream()
                        .filter(one -> one.service() == Service.IMAPS)
                        .mapToInt(ListenerStatus::bound)
                        .findFirst()
                        .orElse(0);
        String host = session.host();
        LoginAnswer answer =
                login.tryIt(host, port, identity.keySha256(), address, password, cancellation);
        cancellation.check();
        String asked = "IMAP login " + host + ":" + port;
        Evidence evidence =
                new Evidence(Vantage.PC, asked, answer.getClass().getSimpleName(), clock.instant());
        Observation seen = new Observation("login", Hop.MAILBOX, List.of(evidence));
        return switch (answer) {
            case LoginAnswer.SignedIn(int letters) ->
                    seen.pass(Text.of("flow.proof.login.ok", address, letters));
            case LoginAnswer.Refused(String words) ->
                    seen.fail(
                            Severity.ERROR,
                            Text.of("flow.proof.login.refused", address, words),
                            null);
            case LoginAnswer.Stranger() ->
                    seen.fail(
                            Severity.CRITICAL,
                            Text.of("flow.proof.login.stranger", host, Integer.toString(port)),
                            null);
            case LoginAnswer.NoWay(String why) ->
                    seen.fail(
                            Severity.ERROR,
                            Text.of("flow.proof.login.no-way", host, Integer.toString(port), why),
                            null);
        };
    }
}
