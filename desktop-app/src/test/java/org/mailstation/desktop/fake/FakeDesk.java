package org.mailstation.desktop.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Backup;
import org.mailstation.config.Notifications;
import org.mailstation.config.Relay;
import org.mailstation.config.Service;
import org.mailstation.config.StationConfig;
import org.mailstation.control.AppPasswordRequest;
import org.mailstation.control.AppPasswords;
import org.mailstation.control.AskDdns;
import org.mailstation.control.BackupOutcome;
import org.mailstation.control.BackupRequest;
import org.mailstation.control.Ban;
import org.mailstation.control.BanRequest;
import org.mailstation.control.Bans;
import org.mailstation.control.CertificateFetching;
import org.mailstation.control.CertificateRequest;
import org.mailstation.control.ClientRequest;
import org.mailstation.control.ClientSetup;
import org.mailstation.control.DdnsStatus;
import org.mailstation.control.DkimRequest;
import org.mailstation.control.DkimStatus;
import org.mailstation.control.Forwards;
import org.mailstation.control.ForwardsRequest;
import org.mailstation.control.History;
import org.mailstation.control.LogLine;
import org.mailstation.control.Mailboxes;
import org.mailstation.control.NasUsers;
import org.mailstation.control.Progress;
import org.mailstation.control.QueueRequest;
import org.mailstation.control.Relayed;
import org.mailstation.control.RelayedDestination;
import org.mailstation.control.RelayedRequest;
import org.mailstation.control.Secret;
import org.mailstation.control.StationEvent;
import org.mailstation.control.StationListener;
import org.mailstation.control.Trace;
import org.mailstation.control.TraceRequest;
import org.mailstation.control.Traces;
import org.mailstation.control.WaitingLetter;
import org.mailstation.control.WaitingLetters;
import org.mailstation.control.WatchAnswer;
import org.mailstation.control.WatchRequest;
import org.mailstation.control.Watched;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.testing.ServedStation;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.Failure;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.text.Text;

/** What a station answers to the tabs of the home window, and what they had it do. */
public final class FakeDesk {

    public final List<Trace> letters = new ArrayList<>();
    public final List<TraceRequest> searches = new ArrayList<>();
    public final List<Ban> bans = new ArrayList<>();
    public final List<RelayedDestination> relayed = new ArrayList<>();
    public final List<WaitingLetter> waiting = new ArrayList<>();
    public final List<String> tried = new ArrayList<>();
    public Mailboxes mailboxes = new Mailboxes(List.of());
    public final List<AppPasswords.Device> devices = new ArrayList<>();
    public History history = new History(List.of());
    public DkimStatus dkim = new DkimStatus(null, false, List.of());

    /** The profile for Apple devices that the station makes; {@code null}: none. */
    public ClientSetup.@Nullable Made profile;

    public NasUsers nasUsers = new NasUsers.Listed(List.of());
    public final List<BackupRequest> backups = new ArrayList<>();

    /** How it goes with the backups, as they are configured. */
    public Function<Backup, BackupOutcome.Plan> plan =
            now ->
                    new BackupOutcome.Plan(
                            now.to(), now.every(), now.keep(), false, null, null, 0, 0, null, null);

    /** What becomes of the next backup. */
    public BackupOutcome made = new BackupOutcome.Refused(Text.of("flow.backup.off"));

    public CertificateFetching fetching = CertificateFetching.OFF;
    public final List<CertificateRequest.Wanted> fetched = new ArrayList<>();

    /** The next wish for a certificate is not answered in time. */
    public @Nullable Failure slowRenewal;

    /** Ports that the router was asked to give up again. */
    public final List<Service> givenBack = new ArrayList<>();

    /** Addresses that the provider was told again. */
    public final List<String> toldAgain = new ArrayList<>();

    /** The provider does not take an address again. */
    public boolean deafProvider;

    public Watched watched = new Watched(true, "6h", "", null, null, List.of(), List.of(), null);
    public final List<WatchRequest.Wanted> watching = new ArrayList<>();

    /** Why the next wish to the watch is not done; {@code null}: it is. */
    public @Nullable Text notWatched;

    /** What becomes of the letters that wait, at each look after they were tried. */
    public Runnable afterTry = () -> {};

    /** Whoever asks waits here. */
    public volatile @Nullable Gate gate;

    <T> T answer(
            Station.Inquiry<T> inquiry,
            Station talk,
            FakeStation station,
            Cancellation cancellation)
            throws FailureException {
        Gate.pass(gate, cancellation);
        try {
            return inquiry.to(new Answers(talk, station)).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof FailureException failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** DDNS whose provider was told this address last. */
    public static DdnsStatus published(String address) {
        return new DdnsStatus(
                "noip",
                "a.ddns.example",
                address,
                address,
                FakeStation.STARTED,
                FakeStation.STARTED,
                null,
                List.of(),
                List.of());
    }

    private static final class Deaf implements StationListener {
        @Override
        public void progress(Progress progress) {}

        @Override
        public void event(StationEvent event) {}

        @Override
        public void logLine(LogLine line) {}
    }

    private final class Answers extends ServedStation {
        private final FakeStation station;

        Answers(Station talk, FakeStation station) {
            super(talk, new Deaf());
            this.station = station;
        }

        @Override
        public CompletableFuture<Traces> trace(TraceRequest request) {
            searches.add(request);
            List<Trace> found =
                    letters.stream()
                            .filter(letter -> letter.from().contains(request.from()))
                            .filter(letter -> letter.subject().contains(request.subject()))
                            .filter(
                                    letter ->
                                            letter.to().stream()
                                                    .anyMatch(to -> to.contains(request.to())))
                            .filter(
                                    letter ->
                                            (letter.id() + letter.messageId())
                                                    .contains(request.id()))
                            .toList();
            return CompletableFuture.completedFuture(new Traces(found, false));
        }

        @Override
        public CompletableFuture<ClientSetup> clientSetup(ClientRequest request) {
            ClientSetup.Made made = profile;
            return made == null
                    ? super.clientSetup(request)
                    : CompletableFuture.completedFuture(made);
        }

        @Override
        public CompletableFuture<Forwards> forwards(ForwardsRequest request) {
            List<Service> services = request.services();
            if (services != null) {
                givenBack.addAll(services);
            }
            return super.forwards(request);
        }

        @Override
        public CompletableFuture<DdnsStatus> ddns(AskDdns request) {
            String back = request.back();
            if (back != null) {
                toldAgain.add(back);
                return CompletableFuture.completedFuture(
                        deafProvider ? DdnsStatus.NONE : published(back));
            }
            return super.ddns(request);
        }

        @Override
        public CompletableFuture<WaitingLetters> queue(QueueRequest request) {
            if (request.wanted() == QueueRequest.Wanted.TRY_NOW) {
                tried.add(request.id());
            } else if (!tried.isEmpty()) {
                afterTry.run();
            }
            boolean found =
                    request.wanted() != QueueRequest.Wanted.GIVE_UP
                            || waiting.removeIf(it -> it.id().equals(request.id()));
            return CompletableFuture.completedFuture(
                    new WaitingLetters(waiting, waiting.size(), found));
        }

        @Override
        public CompletableFuture<Mailboxes> mailboxes() {
            return CompletableFuture.completedFuture(mailboxes);
        }

        @Override
        public CompletableFuture<AppPasswords> appPasswords(AppPasswordRequest request) {
            Secret made = null;
            switch (request.wanted()) {
                case REVOKE -> devices.removeIf(it -> it.name().equals(request.device()));
                case MAKE -> {
                    if (devices.stream().anyMatch(it -> it.name().equals(request.device()))) {
                        return CompletableFuture.completedFuture(
                                new AppPasswords.Refused(Text.of("flow.people.revoke")));
                    }
                    devices.add(new AppPasswords.Device(request.device(), FakeStation.STARTED));
                    made = new Secret("abcd-efgh-jkmn-pqrs");
                }
                case LIST -> {}
            }
            return CompletableFuture.completedFuture(new AppPasswords.Devices(made, devices));
        }

        @Override
        public CompletableFuture<NasUsers> nasUsers() {
            return CompletableFuture.completedFuture(nasUsers);
        }

        @Override
        public CompletableFuture<BackupOutcome> backup(BackupRequest request) {
            backups.add(request);
            if (request.wanted() == BackupRequest.Wanted.MAKE) {
                return CompletableFuture.completedFuture(made);
            }
            Backup now = station.running().map(StationConfig::backup).orElse(Backup.NONE);
            return CompletableFuture.completedFuture(plan.apply(now));
        }

        @Override
        public CompletableFuture<History> history() {
            return CompletableFuture.completedFuture(history);
        }

        @Override
        public CompletableFuture<Watched> watched() {
            Notifications now =
                    station.running()
                            .map(StationConfig::notifications)
                            .orElse(Notifications.NOBODY);
            return CompletableFuture.completedFuture(
                    new Watched(
                            now.watch(),
                            now.every(),
                            now.address(),
                            watched.whole(),
                            now.watch() ? watched.next() : null,
                            watched.troubles(),
                            watched.notes(),
                            watched.lost()));
        }

        @Override
        public CompletableFuture<WatchAnswer> watch(WatchRequest request) {
            watching.add(request.wanted());
            Text said =
                    request.wanted() == WatchRequest.Wanted.LOOK
                            ? Text.of("watch.looked")
                            : Text.of("watch.trial.written", watched().join().address());
            Text because = notWatched;
            return CompletableFuture.completedFuture(
                    new WatchAnswer(
                            watched().join(),
                            because == null,
                            because == null ? said : Text.of("watch.trial.broken"),
                            because));
        }

        @Override
        public CompletableFuture<Bans> bans(BanRequest request) {
            boolean lifted =
                    request.wanted() == BanRequest.Wanted.LIFT
                            && bans.removeIf(ban -> ban.address().equals(request.address()));
            return CompletableFuture.completedFuture(new Bans(bans, lifted));
        }

        @Override
        public CompletableFuture<Relayed> relayed(RelayedRequest request) {
            boolean known =
                    request.wanted() == RelayedRequest.Wanted.LIST
                            || relayed.removeIf(
                                    one -> one.destination().equals(request.destination()));
            return CompletableFuture.completedFuture(
                    new Relayed(Relay.Use.WHEN_REFUSED, "smtp.provider.example", known, relayed));
        }

        @Override
        public CompletableFuture<DkimStatus> dkim(DkimRequest request) {
            return CompletableFuture.completedFuture(dkim);
        }

        @Override
        public CompletableFuture<CertificateFetching> certificate(CertificateRequest request) {
            fetched.add(request.wanted());
            Failure slow = slowRenewal;
            slowRenewal = null;
            if (slow != null) {
                return CompletableFuture.failedFuture(new FailureException(slow));
            }
            return CompletableFuture.completedFuture(fetching);
        }
    }
}
