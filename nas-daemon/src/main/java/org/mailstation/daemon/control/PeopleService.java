package org.mailstation.daemon.control;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.mailstation.control.AppPasswordRequest;
import org.mailstation.control.AppPasswords;
import org.mailstation.control.FilterAnswer;
import org.mailstation.control.FilterRequest;
import org.mailstation.control.History;
import org.mailstation.control.Mailboxes;
import org.mailstation.control.NasUsers;
import org.mailstation.control.PasswordOutcome;
import org.mailstation.control.QueueRequest;
import org.mailstation.control.SetPassword;
import org.mailstation.control.StationControl;
import org.mailstation.control.VacationAnswer;
import org.mailstation.control.VacationRequest;
import org.mailstation.control.WaitingLetters;
import org.mailstation.control.Watched;
import org.mailstation.daemon.state.Revision;
import org.mailstation.text.Text;

/** Answers what is asked about single people, and by those who look after the station. */
abstract class PeopleService implements StationControl {
    private final Station station;
    private final ExecutorService threads;

    PeopleService(Station station, ExecutorService threads) {
        this.station = station;
        this.threads = threads;
    }

    @Override
    public CompletableFuture<PasswordOutcome> setPassword(SetPassword request) {
        return answer(
                () -> {
                    if (!accounts().contains(request.address())) {
                        return new PasswordOutcome.NoSuchAccount(request.address());
                    }
                    Text reason = station.passwords().set(request.address(), request.password());
                    return reason == null
                            ? new PasswordOutcome.Set(request.address())
                            : new PasswordOutcome.Refused(reason);
                });
    }

    @Override
    public CompletableFuture<AppPasswords> appPasswords(AppPasswordRequest request) {
        return answer(
                () ->
                        accounts().contains(request.address())
                                ? station.passwords().devices(request)
                                : new AppPasswords.NoSuchAccount(request.address()));
    }

    @Override
    public CompletableFuture<FilterAnswer> filters(FilterRequest request) {
        return answer(
                () ->
                        accounts().contains(request.address())
                                ? station.rules().filters(request)
                                : new FilterAnswer.NoSuchAccount(request.address()));
    }

    @Override
    public CompletableFuture<VacationAnswer> vacation(VacationRequest request) {
        return answer(
                () ->
                        accounts().contains(request.address())
                                ? station.rules().vacation(request)
                                : new VacationAnswer.NoSuchAccount(request.address()));
    }

    @Override
    public CompletableFuture<WaitingLetters> queue(QueueRequest request) {
        return answer(() -> station.home().queue(request));
    }

    @Override
    public CompletableFuture<Watched> watched() {
        return answer(() -> station.home().watched());
    }

    @Override
    public CompletableFuture<Mailboxes> mailboxes() {
        return answer(() -> station.home().mailboxes());
    }

    @Override
    public CompletableFuture<NasUsers> nasUsers() {
        return answer(() -> station.nasUsers().get());
    }

    @Override
    public CompletableFuture<History> history() {
        return answer(() -> station.home().history());
    }

    private List<String> accounts() {
        Revision running = station.applier().running();
        return running == null
                ? List.of()
                : running.config().accounts().stream().map(a -> a.address()).toList();
    }

    /** On a thread of its own. */
    <T> CompletableFuture<T> answer(Callable<T> work) {
        return CompletableFuture.supplyAsync(() -> Answers.call(work), threads);
    }
}
