package org.mailstation.control;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.mailstation.records.ComparedRecords;

/** Lets nothing through before a successful {@link #hello}. One object serves one connection. */
public final class HelloFirst implements StationControl {
    private final StationControl station;
    private volatile boolean greeted;

    public HelloFirst(StationControl station) {
        this.station = station;
    }

    @Override
    public CompletableFuture<Welcome> hello(Hello hello) {
        return station.hello(hello)
                .thenApply(
                        welcome -> {
                            greeted = welcome instanceof Welcome.Accepted;
                            return welcome;
                        });
    }

    @Override
    public CompletableFuture<StationStatus> status() {
        return greeted(station::status);
    }

    @Override
    public CompletableFuture<ConfigDocument> config() {
        return greeted(station::config);
    }

    @Override
    public CompletableFuture<Validation> validate(ConfigText config) {
        return greeted(() -> station.validate(config));
    }

    @Override
    public CompletableFuture<ApplyOutcome> apply(ApplyRequest request) {
        return greeted(() -> station.apply(request));
    }

    @Override
    public CompletableFuture<ConfirmOutcome> confirm(ConfirmRequest request) {
        return greeted(() -> station.confirm(request));
    }

    @Override
    public CompletableFuture<PasswordOutcome> setPassword(SetPassword request) {
        return greeted(() -> station.setPassword(request));
    }

    @Override
    public CompletableFuture<AppPasswords> appPasswords(AppPasswordRequest request) {
        return greeted(() -> station.appPasswords(request));
    }

    @Override
    public CompletableFuture<FilterAnswer> filters(FilterRequest request) {
        return greeted(() -> station.filters(request));
    }

    @Override
    public CompletableFuture<VacationAnswer> vacation(VacationRequest request) {
        return greeted(() -> station.vacation(request));
    }

    @Override
    public CompletableFuture<NasUsers> nasUsers() {
        return greeted(station::nasUsers);
    }

    @Override
    public CompletableFuture<SecretOutcome> putSecret(PutSecret request) {
        return greeted(() -> station.putSecret(request));
    }

    @Override
    public CompletableFuture<Reindexed> reindex() {
        return greeted(station::reindex);
    }

    @Override
    public CompletableFuture<BackupOutcome> backup(BackupRequest request) {
        return greeted(() -> station.backup(request));
    }

    @Override
    public CompletableFuture<RestoreOutcome> restore(RestoreRequest request) {
        return greeted(() -> station.restore(request));
    }

    @Override
    public CompletableFuture<MoveOutcome> move(MoveRequest request) {
        return greeted(() -> station.move(request));
    }

    @Override
    public CompletableFuture<DdnsStatus> ddns(AskDdns request) {
        return greeted(() -> station.ddns(request));
    }

    @Override
    public CompletableFuture<DdnsTried> testDdns() {
        return greeted(station::testDdns);
    }

    @Override
    public CompletableFuture<DdnsTried> tryDdns(TryDdns request) {
        return greeted(() -> station.tryDdns(request));
    }

    @Override
    public CompletableFuture<Forwards> forwards(ForwardsRequest request) {
        return greeted(() -> station.forwards(request));
    }

    @Override
    public CompletableFuture<DkimStatus> dkim(DkimRequest request) {
        return greeted(() -> station.dkim(request));
    }

    @Override
    public CompletableFuture<CertificateFetching> certificate(CertificateRequest request) {
        return greeted(() -> station.certificate(request));
    }

    @Override
    public CompletableFuture<ClientSetup> clientSetup(ClientRequest request) {
        return greeted(() -> station.clientSetup(request));
    }

    @Override
    public CompletableFuture<Relayed> relayed(RelayedRequest request) {
        return greeted(() -> station.relayed(request));
    }

    @Override
    public CompletableFuture<StationIdentity> identity() {
        return greeted(station::identity);
    }

    @Override
    public CompletableFuture<Checked> check(AskChecks request) {
        return greeted(() -> station.check(request));
    }

    @Override
    public CompletableFuture<Checked> letter(AskLetter request) {
        return greeted(() -> station.letter(request));
    }

    @Override
    public CompletableFuture<WaitingLetters> queue(QueueRequest request) {
        return greeted(() -> station.queue(request));
    }

    @Override
    public CompletableFuture<Mailboxes> mailboxes() {
        return greeted(station::mailboxes);
    }

    @Override
    public CompletableFuture<History> history() {
        return greeted(station::history);
    }

    @Override
    public CompletableFuture<Watched> watched() {
        return greeted(station::watched);
    }

    @Override
    public CompletableFuture<WatchAnswer> watch(WatchRequest request) {
        return greeted(() -> station.watch(request));
    }

    @Override
    public CompletableFuture<ComparedRecords> records() {
        return greeted(station::records);
    }

    @Override
    public CompletableFuture<Traces> trace(TraceRequest request) {
        return greeted(() -> station.trace(request));
    }

    @Override
    public CompletableFuture<Bans> bans(BanRequest request) {
        return greeted(() -> station.bans(request));
    }

    @Override
    public CompletableFuture<Metrics> metrics() {
        return greeted(station::metrics);
    }

    @Override
    public CompletableFuture<LogLines> logTail(LogTail request) {
        return greeted(() -> station.logTail(request));
    }

    @Override
    public CompletableFuture<Subscribed> subscribe(Subscribe request) {
        return greeted(() -> station.subscribe(request));
    }

    private <T> CompletableFuture<T> greeted(Supplier<CompletableFuture<T>> request) {
        if (greeted) {
            return request.get();
        }
        return CompletableFuture.failedFuture(
                new ResponseErrorException(
                        new ResponseError(
                                ResponseErrorCode.ServerNotInitialized,
                                "station/hello must come first",
                                null)));
    }
}
