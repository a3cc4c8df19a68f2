package org.mailstation.daemon.control;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.mailstation.control.ApplyOutcome;
import org.mailstation.control.ApplyRequest;
import org.mailstation.control.AskChecks;
import org.mailstation.control.AskDdns;
import org.mailstation.control.AskLetter;
import org.mailstation.control.BackupOutcome;
import org.mailstation.control.BackupRequest;
import org.mailstation.control.BanRequest;
import org.mailstation.control.Bans;
import org.mailstation.control.CertificateFetching;
import org.mailstation.control.CertificateRequest;
import org.mailstation.control.Checked;
import org.mailstation.control.ClientRequest;
import org.mailstation.control.ClientSetup;
import org.mailstation.control.ConfigDocument;
import org.mailstation.control.ConfigText;
import org.mailstation.control.ConfirmOutcome;
import org.mailstation.control.ConfirmRequest;
import org.mailstation.control.DdnsStatus;
import org.mailstation.control.DdnsTried;
import org.mailstation.control.DkimRequest;
import org.mailstation.control.DkimStatus;
import org.mailstation.control.Forwards;
import org.mailstation.control.ForwardsRequest;
import org.mailstation.control.Hello;
import org.mailstation.control.LogLines;
import org.mailstation.control.LogTail;
import org.mailstation.control.Metrics;
import org.mailstation.control.MoveOutcome;
import org.mailstation.control.MoveRequest;
import org.mailstation.control.PutSecret;
import org.mailstation.control.Reindexed;
import org.mailstation.control.Relayed;
import org.mailstation.control.RelayedRequest;
import org.mailstation.control.RestoreOutcome;
import org.mailstation.control.RestoreRequest;
import org.mailstation.control.SecretOutcome;
import org.mailstation.control.StationIdentity;
import org.mailstation.control.StationStatus;
import org.mailstation.control.Subscribe;
import org.mailstation.control.Subscribed;
import org.mailstation.control.TraceRequest;
import org.mailstation.control.Traces;
import org.mailstation.control.TryDdns;
import org.mailstation.control.Validation;
import org.mailstation.control.WatchAnswer;
import org.mailstation.control.WatchRequest;
import org.mailstation.control.Welcome;
import org.mailstation.daemon.state.Revision;
import org.mailstation.letter.TestLetter;
import org.mailstation.records.ComparedRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers the requests of one connection, each on a thread of its own. */
final class StationService extends PeopleService {
    private static final Logger LOG = LoggerFactory.getLogger(StationService.class);

    /** How long the answer waits for progress that is still on its way. */
    private static final Duration FLUSH = Duration.ofSeconds(2);

    private final Station station;
    private final Outbox outbox;
    private final Interruptible interruptible;
    private final Lengthy lengthy;

    /**
     * A confirmation over the same connection would prove nothing: the change may have cut off
     * every new one.
     */
    private volatile int appliedHere = -1;

    StationService(Station station, Outbox outbox, ExecutorService threads) {
        super(station, threads);
        this.station = station;
        this.outbox = outbox;
        this.interruptible = new Interruptible(threads);
        this.lengthy = new Lengthy(threads, outbox, FLUSH);
    }

    @Override
    public CompletableFuture<Welcome> hello(Hello hello) {
        LOG.debug("{} speaks protocol {}", Shown.printable(hello.program()), hello.protocol());
        return CompletableFuture.completedFuture(Welcome.to(hello, station.version()));
    }

    @Override
    public CompletableFuture<StationStatus> status() {
        return answer(() -> station.status().get());
    }

    @Override
    public CompletableFuture<ConfigDocument> config() {
        return answer(
                () -> {
                    Revision running = station.applier().running();
                    return running == null
                            ? new ConfigDocument(0, "")
                            : new ConfigDocument(running.number(), running.toml());
                });
    }

    @Override
    public CompletableFuture<Validation> validate(ConfigText config) {
        return answer(() -> new Validating(station).judge(config.toml()));
    }

    @Override
    public CompletableFuture<ApplyOutcome> apply(ApplyRequest request) {
        return answer(
                () -> {
                    ApplyOutcome outcome =
                            station.applier()
                                    .apply(
                                            request,
                                            step -> outbox.tell(other -> other.progress(step)));
                    if (outcome instanceof ApplyOutcome.Applied applied) {
                        appliedHere = applied.revision();
                    }
                    outbox.flush(FLUSH);
                    return outcome;
                });
    }

    @Override
    public CompletableFuture<ConfirmOutcome> confirm(ConfirmRequest request) {
        if (request.revision() == appliedHere) {
            return Answers.refused(
                    "a confirmation must come over another connection than the apply");
        }
        return answer(() -> station.applier().confirm(request));
    }

    @Override
    public CompletableFuture<SecretOutcome> putSecret(PutSecret request) {
        return answer(
                () -> {
                    if (!station.secrets().put(request.name(), request.value())) {
                        return new SecretOutcome.UnknownName(request.name());
                    }
                    if (request.name().equals("relay")) {
                        station.relayChanged().run();
                    }
                    station.ddns().settingsChanged();
                    return new SecretOutcome.Stored(request.name());
                });
    }

    @Override
    public CompletableFuture<DdnsStatus> ddns(AskDdns request) {
        String back = request.back();
        return answer(
                () ->
                        back == null
                                ? station.ddns().status(request.now())
                                : station.ddns().goBack(back));
    }

    @Override
    public CompletableFuture<DdnsTried> testDdns() {
        return answer(() -> station.ddns().test());
    }

    @Override
    public CompletableFuture<DdnsTried> tryDdns(TryDdns request) {
        return answer(() -> station.ddns().trial(request));
    }

    @Override
    public CompletableFuture<Reindexed> reindex() {
        return answer(
                () -> {
                    Reindexed found =
                            station.reindexing()
                                    .run(step -> outbox.tell(other -> other.progress(step)));
                    outbox.flush(FLUSH);
                    return found;
                });
    }

    @Override
    public CompletableFuture<BackupOutcome> backup(BackupRequest request) {
        if (request.keep() < 0 || request.keep() > 10_000) {
            return Answers.refused("\"keep\" must be 0 to 10000");
        }
        return lengthy.answer(course -> station.copies().backup(request, course));
    }

    @Override
    public CompletableFuture<RestoreOutcome> restore(RestoreRequest request) {
        return lengthy.answer(course -> station.copies().restore(request, course));
    }

    @Override
    public CompletableFuture<MoveOutcome> move(MoveRequest request) {
        return lengthy.answer(course -> station.copies().move(request, course));
    }

    @Override
    public CompletableFuture<Forwards> forwards(ForwardsRequest request) {
        return answer(() -> station.forwards().apply(request));
    }

    @Override
    public CompletableFuture<DkimStatus> dkim(DkimRequest request) {
        return answer(() -> station.dkim().apply(request));
    }

    @Override
    public CompletableFuture<CertificateFetching> certificate(CertificateRequest request) {
        return answer(() -> station.certificate().apply(request));
    }

    @Override
    public CompletableFuture<ClientSetup> clientSetup(ClientRequest request) {
        return answer(
                () -> {
                    Revision running = station.applier().running();
                    return running == null
                            ? new ClientSetup.NoSuchAccount(request.address())
                            : station.clients().apply(running.config(), request);
                });
    }

    @Override
    public CompletableFuture<Relayed> relayed(RelayedRequest request) {
        return answer(() -> station.relayed().apply(request));
    }

    @Override
    public CompletableFuture<StationIdentity> identity() {
        return answer(() -> station.examining().identity());
    }

    @Override
    public CompletableFuture<Checked> check(AskChecks request) {
        return interruptible.answer(
                () -> {
                    Checked checked =
                            station.examining()
                                    .run(
                                            request,
                                            step -> outbox.tell(other -> other.progress(step)));
                    outbox.flush(FLUSH);
                    return checked;
                });
    }

    @Override
    public CompletableFuture<WatchAnswer> watch(WatchRequest request) {
        return interruptible.answer(
                () -> {
                    WatchAnswer answer =
                            station.home()
                                    .watch(
                                            request,
                                            step -> outbox.tell(other -> other.progress(step)));
                    outbox.flush(FLUSH);
                    return answer;
                });
    }

    @Override
    public CompletableFuture<ComparedRecords> records() {
        return interruptible.answer(() -> station.examining().records());
    }

    @Override
    public CompletableFuture<Checked> letter(AskLetter request) {
        if (!request.token().isEmpty() && !TestLetter.isToken(request.token())) {
            return Answers.refused("\"token\" must be 32 hexadecimal digits");
        }
        return interruptible.answer(() -> station.examining().letter(request));
    }

    /** The connection is over. */
    void end() {
        interruptible.end();
        lengthy.end();
    }

    @Override
    public CompletableFuture<Traces> trace(TraceRequest request) {
        if (request.most() < 1 || request.most() > 1000) {
            return Answers.refused("\"most\" must be 1 to 1000");
        }
        return answer(() -> station.trace().apply(request));
    }

    @Override
    public CompletableFuture<Bans> bans(BanRequest request) {
        return answer(() -> station.bans().apply(request));
    }

    @Override
    public CompletableFuture<Metrics> metrics() {
        return answer(() -> station.metrics().get());
    }

    @Override
    public CompletableFuture<LogLines> logTail(LogTail request) {
        if (request.lines() < 1 || request.lines() > 10_000) {
            return Answers.refused("\"lines\" must be 1 to 10000");
        }
        return answer(() -> station.logTail().apply(request.lines()));
    }

    @Override
    public CompletableFuture<Subscribed> subscribe(Subscribe request) {
        station.events().subscribe(outbox, request.events(), request.log());
        return CompletableFuture.completedFuture(new Subscribed());
    }
}
