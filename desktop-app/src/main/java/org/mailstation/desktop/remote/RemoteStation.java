package org.mailstation.desktop.remote;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.mailstation.control.ApplyOutcome;
import org.mailstation.control.ApplyRequest;
import org.mailstation.control.AskChecks;
import org.mailstation.control.AskDdns;
import org.mailstation.control.AskLetter;
import org.mailstation.control.Checked;
import org.mailstation.control.ConfigDocument;
import org.mailstation.control.ConfigText;
import org.mailstation.control.ConfirmOutcome;
import org.mailstation.control.ConfirmRequest;
import org.mailstation.control.ControlConnection;
import org.mailstation.control.DdnsStatus;
import org.mailstation.control.DdnsTried;
import org.mailstation.control.Forwards;
import org.mailstation.control.ForwardsRequest;
import org.mailstation.control.Hello;
import org.mailstation.control.LogTail;
import org.mailstation.control.PasswordOutcome;
import org.mailstation.control.Progress;
import org.mailstation.control.PutSecret;
import org.mailstation.control.Secret;
import org.mailstation.control.SecretOutcome;
import org.mailstation.control.SetPassword;
import org.mailstation.control.StationControl;
import org.mailstation.control.StationIdentity;
import org.mailstation.control.StationListener;
import org.mailstation.control.StationStatus;
import org.mailstation.control.Subscribe;
import org.mailstation.control.Validation;
import org.mailstation.control.Welcome;
import org.mailstation.desktop.ssh.RemoteProcess;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.Cancelled;
import org.mailstation.desktop.work.Failure;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.records.ComparedRecords;

/** The conversation with a daemon over the input and output of {@code mailstationctl rpc}. */
final class RemoteStation implements Station {
    private static final int CTL_NO_ANSWER = 3;

    private final RemoteProcess process;
    private final ControlConnection.Client client;
    private final RemoteListener listener;
    private final String host;
    private final StationDeadlines deadlines;
    private final PortHolders holders;
    private volatile String version = "";

    private RemoteStation(
            RemoteProcess process, String host, StationDeadlines deadlines, PortHolders holders) {
        this.process = process;
        this.host = host;
        this.holders = holders;
        this.deadlines = deadlines;
        this.listener = new RemoteListener();
        this.client = ControlConnection.connect(process.stdout(), process.stdin(), listener);
    }

    /**
     * Greets the daemon at the other end of a process that was just started.
     *
     * @param program name and version of this program, for the daemon's log
     * @param holders names programs that the daemon may not see
     */
    static RemoteStation open(
            RemoteProcess process,
            String host,
            String program,
            StationDeadlines deadlines,
            PortHolders holders)
            throws FailureException {
        RemoteStation station = new RemoteStation(process, host, deadlines, holders);
        try {
            station.greet(program);
            return station;
        } catch (FailureException e) {
            Failure why = station.explain(e.failure());
            station.close();
            throw new FailureException(why, e);
        }
    }

    private void greet(String program) throws FailureException {
        Welcome welcome =
                ask(
                        control().hello(new Hello(StationControl.PROTOCOL, program)),
                        deadlines.hello());
        switch (welcome) {
            case Welcome.Accepted accepted -> version = accepted.version();
            case Welcome.Incompatible other ->
                    throw new FailureException(
                            new StationFailure.Incompatible(other.version(), program));
        }
    }

    /** A conversation that ends before it begins was ended by mailstationctl, which says why. */
    private Failure explain(Failure failure) {
        if (!(failure instanceof StationFailure.ConnectionLost)) {
            return failure;
        }
        try {
            int status = process.await(deadlines.hello());
            return status == CTL_NO_ANSWER || status == 0
                    ? new StationFailure.NotRunning(host, process.complaints())
                    : new StationFailure.DaemonError(status + ": " + process.complaints());
        } catch (FailureException lost) {
            return lost.failure();
        }
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public StationStatus status() throws FailureException {
        return ask(control().status(), deadlines.answer());
    }

    @Override
    public ConfigDocument config() throws FailureException {
        return ask(control().config(), deadlines.answer());
    }

    @Override
    public Validation validate(String toml) throws FailureException {
        return ask(control().validate(new ConfigText(toml)), deadlines.answer());
    }

    @Override
    public ApplyOutcome apply(
            String toml,
            int baseRevision,
            int probationSeconds,
            Consumer<Progress> progress,
            Cancellation cancellation)
            throws FailureException {
        cancellation.check();
        listener.working(progress);
        try {
            ApplyRequest request = new ApplyRequest(toml, baseRevision, probationSeconds);
            ApplyOutcome outcome = ask(control().apply(request), deadlines.apply(), cancellation);
            return outcome instanceof ApplyOutcome.Stale stale
                    ? lookAgain(toml, stale)
                    : holders.named(outcome);
        } finally {
            listener.working(null);
        }
    }

    /**
     * Whether the newer revision is this very configuration: an earlier attempt came through, only
     * its answer did not.
     */
    private ApplyOutcome lookAgain(String toml, ApplyOutcome.Stale stale) throws FailureException {
        ConfigDocument running = config();
        if (running.revision() != stale.revision() || !running.toml().equals(toml)) {
            return stale;
        }
        StationStatus status = status();
        return new ApplyOutcome.Applied(running.revision(), status.probation(), status.findings());
    }

    @Override
    public ConfirmOutcome confirm(int revision) throws FailureException {
        return ask(control().confirm(new ConfirmRequest(revision)), deadlines.answer());
    }

    @Override
    public PasswordOutcome setPassword(String address, Secret password) throws FailureException {
        return ask(control().setPassword(new SetPassword(address, password)), deadlines.answer());
    }

    @Override
    public SecretOutcome putSecret(String name, Secret value) throws FailureException {
        return ask(control().putSecret(new PutSecret(name, value)), deadlines.answer());
    }

    @Override
    public StationIdentity identity() throws FailureException {
        return ask(control().identity(), deadlines.answer());
    }

    @Override
    public Checked check(List<String> only, Consumer<Progress> progress, Cancellation cancellation)
            throws FailureException {
        cancellation.check();
        listener.working(progress);
        try {
            return holders.named(
                    ask(control().check(new AskChecks(only)), deadlines.check(), cancellation));
        } finally {
            listener.working(null);
        }
    }

    @Override
    public DdnsStatus ddns(boolean now) throws FailureException {
        return ask(control().ddns(new AskDdns(now)), deadlines.check());
    }

    @Override
    public DdnsTried testDdns(Cancellation cancellation) throws FailureException {
        cancellation.check();
        return ask(control().testDdns(), deadlines.check(), cancellation);
    }

    @Override
    public Forwards forwards(ForwardsRequest.Wanted wanted, Cancellation cancellation)
            throws FailureException {
        cancellation.check();
        return ask(
                control().forwards(new ForwardsRequest(wanted)), deadlines.check(), cancellation);
    }

    @Override
    public ComparedRecords records(Cancellation cancellation) throws FailureException {
        cancellation.check();
        return ask(control().records(), deadlines.check(), cancellation);
    }

    @Override
    public Checked letter(AskLetter request, Cancellation cancellation) throws FailureException {
        cancellation.check();
        return ask(control().letter(request), deadlines.check().multipliedBy(2), cancellation);
    }

    @Override
    public <T> T ask(Inquiry<T> inquiry, Cancellation cancellation) throws FailureException {
        cancellation.check();
        return ask(inquiry.to(control()), deadlines.check(), cancellation);
    }

    @Override
    public <T> T work(Inquiry<T> inquiry, Consumer<Progress> progress, Cancellation cancellation)
            throws FailureException {
        cancellation.check();
        listener.working(progress);
        try {
            return ask(inquiry.to(control()), deadlines.work(), cancellation);
        } finally {
            listener.working(null);
        }
    }

    @Override
    public List<String> log(int lines) throws FailureException {
        return ask(control().logTail(new LogTail(lines)), deadlines.answer()).lines();
    }

    @Override
    public void subscribe(StationListener subscriber, boolean log) throws FailureException {
        listener.subscriber(subscriber);
        ask(control().subscribe(new Subscribe(true, log)), deadlines.answer());
    }

    @Override
    public void onEnd(Runnable action) {
        var _ = client.closed().whenCompleteAsync((_, _) -> action.run());
    }

    private StationControl control() {
        return client.station();
    }

    private <T> T ask(CompletableFuture<T> answer, Duration atMost, Cancellation cancellation)
            throws FailureException {
        Runnable undo = cancellation.onCancel(() -> answer.cancel(true));
        try {
            return ask(answer, atMost);
        } finally {
            undo.run();
        }
    }

    private <T> T ask(CompletableFuture<T> answer, Duration atMost) throws FailureException {
        try {
            return answer.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new FailureException(new StationFailure.NoAnswer(host, atMost.toSeconds()), e);
        } catch (CancellationException e) {
            throw new FailureException(new Cancelled(), e);
        } catch (ExecutionException e) {
            throw new FailureException(
                    e.getCause() instanceof ResponseErrorException error
                            ? new StationFailure.DaemonError(String.valueOf(error.getMessage()))
                            : new StationFailure.ConnectionLost(host),
                    e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer.cancel(true);
            throw new FailureException(new Cancelled(), e);
        }
    }

    @Override
    public void close() {
        client.close();
        process.close();
    }
}
