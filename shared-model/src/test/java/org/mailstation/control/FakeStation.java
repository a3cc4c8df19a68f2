package org.mailstation.control;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.mailstation.config.Port;
import org.mailstation.config.Problem;
import org.mailstation.config.Relay;
import org.mailstation.config.Service;
import org.mailstation.config.diff.Change;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.finding.Verdict;
import org.mailstation.records.ComparedRecords;
import org.mailstation.records.Matching;
import org.mailstation.records.Wanted;
import org.mailstation.router.Protocol;
import org.mailstation.text.Text;

/**
 * A station in memory that answers every request at once, except {@link #apply}, which waits for
 * the test.
 */
final class FakeStation implements StationControl {
    static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123Z");
    static final Problem PROBLEM =
            new Problem("host-name", 3, Text.of("problem.host-name.invalid", "ä"));
    static final Finding FINDING =
            new Finding(
                    "dns.mx",
                    Hop.DNS,
                    Verdict.FAIL,
                    Severity.ERROR,
                    Text.of("finding.dns.mx"),
                    List.of(
                            new Evidence(
                                    Vantage.DNS,
                                    "MX example.org",
                                    "\"no\" \u2028 <such> domain",
                                    NOON)),
                    new Remedy.DnsRecord(
                            Text.of("remedy.dns"), "MX", "example.org.", "10 mail.example.org."));
    static final Trouble TROUBLE =
            Trouble.begun("disk", PROBLEM.text(), org.mailstation.finding.Health.BROKEN, NOON);
    static final Watched WATCHED =
            new Watched(
                    true,
                    "6h",
                    "a@b.example",
                    NOON,
                    null,
                    List.of(TROUBLE),
                    List.of(
                            new WatchNote(
                                    NOON,
                                    null,
                                    org.mailstation.finding.Health.BROKEN,
                                    List.of(TROUBLE),
                                    List.of(TROUBLE.over(NOON)),
                                    WatchNote.Letter.KEPT_BACK)),
                    PROBLEM.text());
    static final WaitingLetters WAITING =
            new WaitingLetters(
                    List.of(
                            new WaitingLetter(
                                    "1",
                                    "",
                                    "",
                                    List.of("a@b.example"),
                                    "ä",
                                    NOON,
                                    NOON,
                                    2,
                                    "451",
                                    "mx.b.example")),
                    1,
                    true);
    static final Mailboxes MAILBOXES =
            new Mailboxes(
                    List.of(
                            new Mailboxes.Mailbox(
                                    "a@b.example", "A", true, 1L << 40, 0, true, null)));
    static final History PAST =
            new History(
                    List.of(
                            new History.Past(
                                    2,
                                    NOON,
                                    true,
                                    List.of(
                                            new org.mailstation.config.diff.Change(
                                                    "host-name", Text.of("x"), List.of())),
                                    "a = 1")));
    static final StationStatus STATUS =
            new StationStatus(
                    "1.2",
                    NOON,
                    4,
                    "mail.example.org",
                    List.of(new ListenerStatus(Service.SMTP, Port.Open.INTERNET, 25, 2525, "")),
                    null,
                    new SigningStatus(
                            new SigningKeyStatus("ms20261124", "MIIB", NOON), null, List.of()),
                    new QueueStatus(1, NOON),
                    2,
                    new ProcessStatus(Long.MAX_VALUE, 2, 3, 4),
                    new Probation(4, NOON),
                    List.of(FINDING));

    static final StationIdentity IDENTITY =
            new StationIdentity(
                    4,
                    "host-name = \"mail.example.org\"",
                    "5a".repeat(32),
                    "192.168.1.5",
                    new SignatureKey("s1", "MIIB"),
                    "");

    static final ComparedRecords RECORDS =
            new ComparedRecords(
                    List.of(
                            Matching.compare(
                                    Wanted.mx("example.org", "mail.example.org"),
                                    List.of("5 old.example.org."))),
                    List.of(Text.of("records.note.no-dkim")));

    final StationListener listener;
    final CompletableFuture<CompletableFuture<ApplyOutcome>> applying = new CompletableFuture<>();
    volatile String password = "";

    FakeStation(StationListener listener) {
        this.listener = listener;
    }

    @Override
    public CompletableFuture<Welcome> hello(Hello hello) {
        return CompletableFuture.completedFuture(Welcome.to(hello, "1.2"));
    }

    @Override
    public CompletableFuture<StationStatus> status() {
        return CompletableFuture.completedFuture(STATUS);
    }

    @Override
    public CompletableFuture<ConfigDocument> config() {
        return CompletableFuture.completedFuture(new ConfigDocument(4, "x".repeat(MAX_MESSAGE)));
    }

    @Override
    public CompletableFuture<Validation> validate(ConfigText config) {
        return CompletableFuture.completedFuture(
                config.toml().isEmpty()
                        ? new Validation.Faulty(List.of(PROBLEM))
                        : new Validation.Acceptable(
                                4,
                                List.of(
                                        new Change(
                                                "host-name",
                                                Text.of("change"),
                                                List.of(Text.of(config.toml()))))));
    }

    @Override
    public CompletableFuture<ApplyOutcome> apply(ApplyRequest request) {
        listener.progress(new Progress(50, Text.of("step")));
        CompletableFuture<ApplyOutcome> outcome = new CompletableFuture<>();
        applying.complete(outcome);
        return outcome;
    }

    @Override
    public CompletableFuture<ConfirmOutcome> confirm(ConfirmRequest request) {
        throw new IllegalStateException("a surprise with a secret inside");
    }

    @Override
    public CompletableFuture<PasswordOutcome> setPassword(SetPassword request) {
        password = request.password().reveal();
        return CompletableFuture.completedFuture(new PasswordOutcome.Set(request.address()));
    }

    @Override
    public CompletableFuture<AppPasswords> appPasswords(AppPasswordRequest request) {
        return CompletableFuture.completedFuture(new AppPasswords.NoSuchAccount(request.address()));
    }

    @Override
    public CompletableFuture<SecretOutcome> putSecret(PutSecret request) {
        return CompletableFuture.completedFuture(new SecretOutcome.UnknownName(request.name()));
    }

    @Override
    public CompletableFuture<Reindexed> reindex() {
        return CompletableFuture.completedFuture(new Reindexed(3, 0, 1, 0));
    }

    @Override
    public CompletableFuture<BackupOutcome> backup(BackupRequest request) {
        return CompletableFuture.completedFuture(new BackupOutcome.Listed(List.of()));
    }

    @Override
    public CompletableFuture<RestoreOutcome> restore(RestoreRequest request) {
        return CompletableFuture.completedFuture(
                new RestoreOutcome.Refused(Text.of("restore.none")));
    }

    @Override
    public CompletableFuture<MoveOutcome> move(MoveRequest request) {
        return CompletableFuture.completedFuture(
                new MoveOutcome.Done(2, 9, 7, 2, 0, 0, 4000, List.of(), null));
    }

    @Override
    public CompletableFuture<DdnsStatus> ddns(AskDdns request) {
        return CompletableFuture.completedFuture(DdnsStatus.NONE);
    }

    @Override
    public CompletableFuture<DdnsTried> testDdns() {
        return CompletableFuture.completedFuture(new DdnsTried.Works("44.128.0.77", NOON));
    }

    @Override
    public CompletableFuture<DdnsTried> tryDdns(TryDdns request) {
        return testDdns();
    }

    @Override
    public CompletableFuture<Forwards> forwards(ForwardsRequest request) {
        ForwardState state =
                request.wanted() == ForwardsRequest.Wanted.WITHDRAW
                        ? new ForwardState.Withdrawn()
                        : new ForwardState.Stands(Protocol.NAT_PMP, NOON);
        return CompletableFuture.completedFuture(
                new Forwards(
                        NOON,
                        null,
                        List.of(new Forward(Service.SMTP, 25, 2525, state)),
                        List.of()));
    }

    @Override
    public CompletableFuture<DkimStatus> dkim(DkimRequest request) {
        return CompletableFuture.completedFuture(new DkimStatus(null, false, List.of()));
    }

    @Override
    public CompletableFuture<StationIdentity> identity() {
        return CompletableFuture.completedFuture(IDENTITY);
    }

    @Override
    public CompletableFuture<Checked> check(AskChecks request) {
        listener.progress(new Progress(50, Text.of("check.progress", "dns.mx")));
        return CompletableFuture.completedFuture(
                new Checked(NOON, NOON, IDENTITY, List.of(FINDING)));
    }

    @Override
    public CompletableFuture<ClientSetup> clientSetup(ClientRequest request) {
        return CompletableFuture.completedFuture(new ClientSetup.NoSuchAccount(request.address()));
    }

    @Override
    public CompletableFuture<FilterAnswer> filters(FilterRequest request) {
        return CompletableFuture.completedFuture(new FilterAnswer.Scripts(List.of(), ""));
    }

    @Override
    public CompletableFuture<VacationAnswer> vacation(VacationRequest request) {
        return CompletableFuture.completedFuture(new VacationAnswer.State(null));
    }

    @Override
    public CompletableFuture<Relayed> relayed(RelayedRequest request) {
        return CompletableFuture.completedFuture(new Relayed(Relay.Use.NEVER, "", true, List.of()));
    }

    @Override
    public CompletableFuture<CertificateFetching> certificate(CertificateRequest request) {
        return CompletableFuture.completedFuture(CertificateFetching.OFF);
    }

    @Override
    public CompletableFuture<Checked> letter(AskLetter request) {
        return CompletableFuture.completedFuture(
                new Checked(Instant.EPOCH, Instant.EPOCH, StationIdentity.UNKNOWN, List.of()));
    }

    @Override
    public CompletableFuture<WaitingLetters> queue(QueueRequest request) {
        return CompletableFuture.completedFuture(WAITING);
    }

    @Override
    public CompletableFuture<Mailboxes> mailboxes() {
        return CompletableFuture.completedFuture(MAILBOXES);
    }

    @Override
    public CompletableFuture<History> history() {
        return CompletableFuture.completedFuture(PAST);
    }

    @Override
    public CompletableFuture<ComparedRecords> records() {
        return CompletableFuture.completedFuture(RECORDS);
    }

    @Override
    public CompletableFuture<Traces> trace(TraceRequest request) {
        return CompletableFuture.completedFuture(new Traces(List.of(), request.most() == 1));
    }

    @Override
    public CompletableFuture<Bans> bans(BanRequest request) {
        return CompletableFuture.completedFuture(
                new Bans(List.of(), request.wanted() == BanRequest.Wanted.LIFT));
    }

    @Override
    public CompletableFuture<NasUsers> nasUsers() {
        return CompletableFuture.completedFuture(
                new NasUsers.Listed(List.of(new NasUsers.User("anna", "Anna", ""))));
    }

    @Override
    public CompletableFuture<Watched> watched() {
        return CompletableFuture.completedFuture(WATCHED);
    }

    @Override
    public CompletableFuture<WatchAnswer> watch(WatchRequest request) {
        return CompletableFuture.completedFuture(
                new WatchAnswer(WATCHED, true, PROBLEM.text(), PROBLEM.text()));
    }

    @Override
    public CompletableFuture<Metrics> metrics() {
        return CompletableFuture.completedFuture(new Metrics("a 1\n"));
    }

    @Override
    public CompletableFuture<LogLines> logTail(LogTail request) {
        return CompletableFuture.completedFuture(new LogLines(List.of("one", "two")));
    }

    @Override
    public CompletableFuture<Subscribed> subscribe(Subscribe request) {
        listener.event(
                new StationEvent.LetterDelivered(NOON, "anna@example.org", "", "<1@example.org>"));
        listener.logLine(new LogLine("hello"));
        return CompletableFuture.completedFuture(new Subscribed());
    }
}
