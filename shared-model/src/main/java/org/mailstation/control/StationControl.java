package org.mailstation.control;

import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;
import org.eclipse.lsp4j.jsonrpc.services.JsonSegment;
import org.mailstation.records.ComparedRecords;

/**
 * What the daemon does for those who ask. {@link #hello} comes first; every other request before it
 * is refused. Expected failures are answers of a sealed type; a surprise is a JSON-RPC error.
 * Cancelling the future sends {@code $/cancelRequest}.
 */
@JsonSegment("station")
public interface StationControl {
    /** The version of this conversation that this program speaks. */
    int PROTOCOL = 1;

    /** Largest message accepted, in bytes. */
    int MAX_MESSAGE = 4 * 1024 * 1024;

    @JsonRequest
    CompletableFuture<Welcome> hello(Hello hello);

    @JsonRequest
    CompletableFuture<StationStatus> status();

    @JsonRequest
    CompletableFuture<ConfigDocument> config();

    /** What {@link #apply} would say and change, without doing it. */
    @JsonRequest
    CompletableFuture<Validation> validate(ConfigText config);

    /**
     * Switches to another configuration; {@link StationListener#progress} tells how far it is. One
     * apply at a time.
     */
    @JsonRequest
    CompletableFuture<ApplyOutcome> apply(ApplyRequest request);

    /** Keeps a revision that is on probation, see {@link ApplyOutcome.Applied}. */
    @JsonRequest
    CompletableFuture<ConfirmOutcome> confirm(ConfirmRequest request);

    @JsonRequest
    CompletableFuture<PasswordOutcome> setPassword(SetPassword request);

    /** Lists, makes or takes away passwords of single devices of one person. */
    @JsonRequest
    CompletableFuture<AppPasswords> appPasswords(AppPasswordRequest request);

    /** Lists, checks, puts, activates or removes the filter rules of one person. */
    @JsonRequest
    CompletableFuture<FilterAnswer> filters(FilterRequest request);

    /** What is answered in the name of somebody who is away. */
    @JsonRequest
    CompletableFuture<VacationAnswer> vacation(VacationRequest request);

    /** Who has an account on the NAS, and a mailbox on the station. */
    @JsonRequest
    CompletableFuture<NasUsers> nasUsers();

    @JsonRequest
    CompletableFuture<SecretOutcome> putSecret(PutSecret request);

    /**
     * Looks at every letter on the disk and makes the index agree with them, while mail goes on;
     * {@link StationListener#progress} tells how far it is.
     */
    @JsonRequest
    CompletableFuture<Reindexed> reindex();

    /**
     * Makes, lists and looks through backups; {@link StationListener#progress} tells how far it is.
     * May take hours. Cancelling the future ends it, and so does the end of the connection; what
     * was copied until then need not be copied again.
     */
    @JsonRequest
    CompletableFuture<BackupOutcome> backup(BackupRequest request);

    /** Brings a backup back, as {@link #backup} makes one. */
    @JsonRequest
    CompletableFuture<RestoreOutcome> restore(RestoreRequest request);

    /**
     * Brings letters here from another provider or program, or writes them down for one; progress
     * and end as in {@link #backup}. What is here already is not brought again.
     */
    @JsonRequest
    CompletableFuture<MoveOutcome> move(MoveRequest request);

    /** How the name follows the line's address. */
    @JsonRequest
    CompletableFuture<DdnsStatus> ddns(AskDdns request);

    /**
     * Tries the DDNS settings and the secret at the provider, for a person who has just changed
     * something here or there.
     */
    @JsonRequest
    CompletableFuture<DdnsTried> testDdns();

    /**
     * The same for settings that are only being typed: the provider is told the line's address, and
     * nothing is set here. If the very same is set later, the provider is not told again.
     */
    @JsonRequest
    CompletableFuture<DdnsTried> tryDdns(TryDdns request);

    /** What the router leads here; asking it may take half a minute. */
    @JsonRequest
    CompletableFuture<Forwards> forwards(ForwardsRequest request);

    /** How letters are signed; asking the DNS may take half a minute. */
    @JsonRequest
    CompletableFuture<DkimStatus> dkim(DkimRequest request);

    /** How the station comes by a certificate that everybody trusts. */
    @JsonRequest
    CompletableFuture<CertificateFetching> certificate(CertificateRequest request);

    /** What a mail program must be told to use a mailbox. */
    @JsonRequest
    CompletableFuture<ClientSetup> clientSetup(ClientRequest request);

    /** Which destinations are reached through the relay, since they refused letters without it. */
    @JsonRequest
    CompletableFuture<Relayed> relayed(RelayedRequest request);

    /** What one needs to look at the station from elsewhere; answered at once. */
    @JsonRequest
    CompletableFuture<StationIdentity> identity();

    /**
     * Looks at everything that matters to mail, from the NAS; {@link StationListener#progress}
     * tells how far it is. Takes up to 20 seconds, and longer if somebody else's look is under way,
     * which is waited for. Cancelling the future ends it.
     */
    @JsonRequest
    CompletableFuture<Checked> check(AskChecks request);

    /**
     * Which records should stand in the DNS, and which do; takes some seconds, and longer while
     * somebody's look is under way. Cancelling the future ends it.
     */
    @JsonRequest
    CompletableFuture<ComparedRecords> records();

    /**
     * Lets a test letter go the whole way and waits for it, up to a minute; the findings, called
     * {@code letter:...}, hold its trace. Cancelling the future ends the wait.
     */
    @JsonRequest
    CompletableFuture<Checked> letter(AskLetter request);

    /** Where letters of the last 30 days are, or what became of them. */
    @JsonRequest
    CompletableFuture<Traces> trace(TraceRequest request);

    /** Who is shut out for what they did, and lets somebody in again. */
    @JsonRequest
    CompletableFuture<Bans> bans(BanRequest request);

    /** Which letters wait to leave, and lets them be tried at once. */
    @JsonRequest
    CompletableFuture<WaitingLetters> queue(QueueRequest request);

    /** How full the mailboxes are, and when somebody signed in last. */
    @JsonRequest
    CompletableFuture<Mailboxes> mailboxes();

    /** What was changed when; {@link #apply} brings an earlier configuration back. */
    @JsonRequest
    CompletableFuture<History> history();

    /** What the station saw when it looked at itself, and what has changed when. */
    @JsonRequest
    CompletableFuture<Watched> watched();

    /**
     * Has the station look at everything as it does by itself, which takes up to 20 seconds and is
     * told by {@link StationListener#progress}, or write its owner a letter as a trial. Cancelling
     * the future ends the look.
     */
    @JsonRequest
    CompletableFuture<WatchAnswer> watch(WatchRequest request);

    /** Figures of the station, for a program that draws them. */
    @JsonRequest
    CompletableFuture<Metrics> metrics();

    /** The newest lines of the daemon's log. */
    @JsonRequest
    CompletableFuture<LogLines> logTail(LogTail request);

    /**
     * From now on {@link StationListener#event} and {@link StationListener#logLine} tell what
     * happens, until the connection ends.
     */
    @JsonRequest
    CompletableFuture<Subscribed> subscribe(Subscribe request);
}
