package org.mailstation.desktop.testing;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.mailstation.config.Relay;
import org.mailstation.control.AppPasswordRequest;
import org.mailstation.control.AppPasswords;
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
import org.mailstation.control.ControlConnection;
import org.mailstation.control.DdnsStatus;
import org.mailstation.control.DdnsTried;
import org.mailstation.control.DkimRequest;
import org.mailstation.control.DkimStatus;
import org.mailstation.control.FilterAnswer;
import org.mailstation.control.FilterRequest;
import org.mailstation.control.Forwards;
import org.mailstation.control.ForwardsRequest;
import org.mailstation.control.Hello;
import org.mailstation.control.HelloFirst;
import org.mailstation.control.History;
import org.mailstation.control.LogLines;
import org.mailstation.control.LogTail;
import org.mailstation.control.Mailboxes;
import org.mailstation.control.Metrics;
import org.mailstation.control.MoveOutcome;
import org.mailstation.control.MoveRequest;
import org.mailstation.control.NasUsers;
import org.mailstation.control.PasswordOutcome;
import org.mailstation.control.PutSecret;
import org.mailstation.control.QueueRequest;
import org.mailstation.control.Reindexed;
import org.mailstation.control.Relayed;
import org.mailstation.control.RelayedRequest;
import org.mailstation.control.RestoreOutcome;
import org.mailstation.control.RestoreRequest;
import org.mailstation.control.SecretOutcome;
import org.mailstation.control.SetPassword;
import org.mailstation.control.StationControl;
import org.mailstation.control.StationIdentity;
import org.mailstation.control.StationListener;
import org.mailstation.control.StationStatus;
import org.mailstation.control.Subscribe;
import org.mailstation.control.Subscribed;
import org.mailstation.control.TraceRequest;
import org.mailstation.control.Traces;
import org.mailstation.control.TryDdns;
import org.mailstation.control.VacationAnswer;
import org.mailstation.control.VacationRequest;
import org.mailstation.control.Validation;
import org.mailstation.control.WaitingLetters;
import org.mailstation.control.WatchAnswer;
import org.mailstation.control.WatchRequest;
import org.mailstation.control.Watched;
import org.mailstation.control.Welcome;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.records.ComparedRecords;
import org.mailstation.text.Text;

/** A station in memory, as the daemon answers for it on the wire. */
public class ServedStation implements StationControl {
    private final Station station;
    private final StationListener listener;

    public ServedStation(Station station, StationListener listener) {
        this.station = station;
        this.listener = listener;
    }

    /** One of them for each conversation. */
    public interface Maker {
        StationControl make(StationListener listener);
    }

    /** What answers the command {@code mailstationctl rpc}. */
    public static TestNas.Conversation by(Maker maker) {
        return (InputStream in, OutputStream out) ->
                ControlConnection.serve(in, out, them -> new HelloFirst(maker.make(them)))
                        .closed()
                        .handle((_, _) -> 0);
    }

    @Override
    public CompletableFuture<Welcome> hello(Hello hello) {
        return CompletableFuture.completedFuture(Welcome.to(hello, station.version()));
    }

    @Override
    public CompletableFuture<StationStatus> status() {
        return answer(station::status);
    }

    @Override
    public CompletableFuture<ConfigDocument> config() {
        return answer(station::config);
    }

    @Override
    public CompletableFuture<Validation> validate(ConfigText config) {
        return answer(() -> station.validate(config.toml()));
    }

    @Override
    public CompletableFuture<ApplyOutcome> apply(ApplyRequest request) {
        return answer(
                () ->
                        station.apply(
                                request.toml(),
                                request.baseRevision(),
                                request.probationSeconds(),
                                listener::progress,
                                Cancellation.never()));
    }

    @Override
    public CompletableFuture<ConfirmOutcome> confirm(ConfirmRequest request) {
        return answer(() -> station.confirm(request.revision()));
    }

    @Override
    public CompletableFuture<PasswordOutcome> setPassword(SetPassword request) {
        return answer(() -> station.setPassword(request.address(), request.password()));
    }

    @Override
    public CompletableFuture<AppPasswords> appPasswords(AppPasswordRequest request) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("appPasswords"));
    }

    @Override
    public CompletableFuture<NasUsers> nasUsers() {
        return CompletableFuture.completedFuture(new NasUsers.CouldNotTell());
    }

    @Override
    public CompletableFuture<SecretOutcome> putSecret(PutSecret request) {
        return answer(() -> station.putSecret(request.name(), request.value()));
    }

    @Override
    public CompletableFuture<Forwards> forwards(ForwardsRequest request) {
        return answer(() -> station.forwards(request.wanted(), Cancellation.never()));
    }

    @Override
    public CompletableFuture<DkimStatus> dkim(DkimRequest request) {
        return CompletableFuture.completedFuture(new DkimStatus(null, false, List.of()));
    }

    @Override
    public CompletableFuture<ClientSetup> clientSetup(ClientRequest request) {
        return CompletableFuture.completedFuture(new ClientSetup.NoSuchAccount(request.address()));
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
        return answer(() -> station.ddns(request.now()));
    }

    @Override
    public CompletableFuture<DdnsTried> testDdns() {
        return answer(() -> station.testDdns(Cancellation.never()));
    }

    @Override
    public CompletableFuture<DdnsTried> tryDdns(TryDdns request) {
        return answer(() -> station.testDdns(Cancellation.never()));
    }

    @Override
    public CompletableFuture<StationIdentity> identity() {
        return answer(station::identity);
    }

    @Override
    public CompletableFuture<Checked> check(AskChecks request) {
        return answer(
                () -> station.check(request.only(), listener::progress, Cancellation.never()));
    }

    @Override
    public CompletableFuture<ComparedRecords> records() {
        return answer(() -> station.records(Cancellation.never()));
    }

    @Override
    public CompletableFuture<Checked> letter(AskLetter request) {
        return answer(() -> station.letter(request, Cancellation.never()));
    }

    @Override
    public CompletableFuture<Traces> trace(TraceRequest request) {
        return answer(() -> station.ask(control -> control.trace(request), Cancellation.never()));
    }

    @Override
    public CompletableFuture<FilterAnswer> filters(FilterRequest request) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("filters"));
    }

    @Override
    public CompletableFuture<VacationAnswer> vacation(VacationRequest request) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("vacation"));
    }

    @Override
    public CompletableFuture<WaitingLetters> queue(QueueRequest request) {
        return answer(() -> station.ask(control -> control.queue(request), Cancellation.never()));
    }

    @Override
    public CompletableFuture<Mailboxes> mailboxes() {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("mailboxes"));
    }

    @Override
    public CompletableFuture<History> history() {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("history"));
    }

    @Override
    public CompletableFuture<Bans> bans(BanRequest request) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("bans"));
    }

    @Override
    public CompletableFuture<Watched> watched() {
        return answer(() -> station.ask(StationControl::watched, Cancellation.never()));
    }

    @Override
    public CompletableFuture<WatchAnswer> watch(WatchRequest request) {
        return answer(() -> station.ask(control -> control.watch(request), Cancellation.never()));
    }

    @Override
    public CompletableFuture<Metrics> metrics() {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("metrics"));
    }

    @Override
    public CompletableFuture<LogLines> logTail(LogTail request) {
        return answer(() -> new LogLines(station.log(request.lines())));
    }

    @Override
    public CompletableFuture<Subscribed> subscribe(Subscribe request) {
        return answer(
                () -> {
                    station.subscribe(listener, request.log());
                    return new Subscribed();
                });
    }

    private interface Work<T> {
        T run() throws FailureException;
    }

    private static <T> CompletableFuture<T> answer(Work<T> work) {
        try {
            return CompletableFuture.completedFuture(work.run());
        } catch (FailureException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
