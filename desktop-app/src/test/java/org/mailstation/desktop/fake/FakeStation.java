package org.mailstation.desktop.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Parsed;
import org.mailstation.config.StationConfig;
import org.mailstation.config.diff.ConfigDiff;
import org.mailstation.config.toml.StationToml;
import org.mailstation.control.ApplyOutcome;
import org.mailstation.control.AskLetter;
import org.mailstation.control.Checked;
import org.mailstation.control.ConfigDocument;
import org.mailstation.control.ConfirmOutcome;
import org.mailstation.control.DdnsStatus;
import org.mailstation.control.DdnsTried;
import org.mailstation.control.Forwards;
import org.mailstation.control.ForwardsRequest;
import org.mailstation.control.PasswordOutcome;
import org.mailstation.control.Probation;
import org.mailstation.control.Progress;
import org.mailstation.control.Secret;
import org.mailstation.control.SecretOutcome;
import org.mailstation.control.StationEvent;
import org.mailstation.control.StationIdentity;
import org.mailstation.control.StationListener;
import org.mailstation.control.StationStatus;
import org.mailstation.control.Validation;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.remote.StationFailure;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.Failure;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Verdict;
import org.mailstation.records.ComparedRecords;
import org.mailstation.text.Text;

/** The daemon: keeps revisions, judges by the real rules, compares by the real comparison. */
public final class FakeStation {

    public static final Instant STARTED = Instant.parse("2026-05-04T06:00:00Z");

    public final Map<String, String> passwords = new HashMap<>();
    public final List<String> secrets = new ArrayList<>();
    public final List<String> applied = new ArrayList<>();
    public List<Finding> findings = List.of(pass("IMAPS", 993), pass("SMTP", 25));
    public List<Finding> line = Lines.open();
    public final List<AskLetter> letters = new ArrayList<>();
    public Function<AskLetter, Checked> letterAnswers =
            _ -> new Checked(Instant.EPOCH, Instant.EPOCH, StationIdentity.UNKNOWN, List.of());
    public ComparedRecords records = new ComparedRecords(List.of(), List.of());
    public DdnsStatus ddns = DdnsStatus.NONE;
    public Function<Boolean, DdnsStatus> ddnsAnswers = _ -> ddns;
    public final List<Boolean> ddnsAsked = new ArrayList<>();
    public DdnsTried ddnsTried = new DdnsTried.Works("", Instant.EPOCH);
    public Forwards forwards = new Forwards(Instant.EPOCH, null, List.of(), List.of());
    public Function<ForwardsRequest.Wanted, Forwards> forwardsAnswers = _ -> forwards;
    public final List<ForwardsRequest.Wanted> forwardsWanted = new ArrayList<>();

    /** What it answers to the tabs of the home window. */
    public final FakeDesk desk = new FakeDesk();

    public List<String> log = List.of();
    public int queue;
    public int conversations;
    public int confirmed;

    /** The next apply ends like this instead. */
    public @Nullable ApplyOutcome nextApply;

    /** The next call of any kind fails like this. */
    public @Nullable Failure nextFailure;

    /** The next apply takes effect, but its answer gets lost. */
    public boolean loseNextApplyAnswer;

    public @Nullable Text passwordRefusal;

    /** Every call fails like this until it is {@code null} again. */
    public @Nullable Failure dead;

    /** Blocks the next apply until it is released or cancelled. */
    public @Nullable Gate applyGate;

    private final List<Talk> open = new ArrayList<>();
    private int revision;
    private String toml = "";

    public static Finding pass(String service, int port) {
        return new Finding(
                "listener." + service,
                Hop.DAEMON,
                Verdict.PASS,
                Severity.ERROR,
                Text.of("selfcheck.ok", service, port),
                List.of(),
                null);
    }

    public static Finding fail(String service, int port) {
        return FakeParts.notListening(service, port);
    }

    public synchronized int revision() {
        return revision;
    }

    /** Somebody else applied something. */
    public synchronized void setConfig(StationConfig config) {
        revision++;
        toml = StationToml.write(config);
    }

    public synchronized void setUnreadable() {
        revision++;
        toml = "host-name = 7";
    }

    public Optional<StationConfig> running() {
        return revision > 0
                        && StationToml.read(toml)
                                instanceof Parsed.Valid<StationConfig>(StationConfig config)
                ? Optional.of(config)
                : Optional.empty();
    }

    public synchronized Station talk() throws FailureException {
        fail();
        conversations++;
        Talk talk = new Talk();
        open.add(talk);
        return talk;
    }

    /** Tells all who listen. */
    public void tell(StationEvent event) {
        copy().forEach(talk -> talk.hear(event));
    }

    /** Cuts all conversations. */
    public void cut() {
        copy().forEach(Talk::end);
    }

    public synchronized int openConversations() {
        return open.size();
    }

    private synchronized List<Talk> copy() {
        return List.copyOf(open);
    }

    private synchronized void fail() throws FailureException {
        Failure always = dead;
        if (always != null) {
            throw new FailureException(always);
        }
        Failure once = nextFailure;
        nextFailure = null;
        if (once != null) {
            throw new FailureException(once);
        }
    }

    public synchronized StationStatus status() {
        return FakeParts.status(revision, running(), queue, findings);
    }

    private final class Talk implements Station {

        private final List<StationListener> listeners = new ArrayList<>();
        private final List<Runnable> endings = new ArrayList<>();
        private boolean ended;

        @Override
        public String version() {
            return "0.1.0";
        }

        @Override
        public StationStatus status() throws FailureException {
            fail();
            return FakeStation.this.status();
        }

        @Override
        public ConfigDocument config() throws FailureException {
            fail();
            return new ConfigDocument(revision, toml);
        }

        @Override
        public Validation validate(String text) throws FailureException {
            fail();
            return switch (StationToml.read(text)) {
                case Parsed.Invalid<StationConfig> wrong -> new Validation.Faulty(wrong.problems());
                case Parsed.Valid<StationConfig> valid ->
                        new Validation.Acceptable(
                                revision,
                                ConfigDiff.between(running().orElse(null), valid.value()));
            };
        }

        @Override
        public ApplyOutcome apply(
                String text,
                int baseRevision,
                int probationSeconds,
                Consumer<Progress> progress,
                Cancellation cancellation)
                throws FailureException {
            fail();
            progress.accept(new Progress(40, Text.of("flow.applying")));
            Gate.pass(applyGate, cancellation);
            ApplyOutcome instead = nextApply;
            nextApply = null;
            if (instead != null) {
                return instead;
            }
            if (!(text.equals(toml) && baseRevision < revision)) {
                if (baseRevision != revision) {
                    return new ApplyOutcome.Stale(revision);
                }
                revision++;
                toml = text;
                applied.add(text);
            }
            progress.accept(new Progress(100, Text.of("flow.applying")));
            if (loseNextApplyAnswer) {
                loseNextApplyAnswer = false;
                throw new FailureException(new StationFailure.ConnectionLost("nas"));
            }
            return new ApplyOutcome.Applied(
                    revision,
                    probationSeconds == 0
                            ? null
                            : new Probation(revision, STARTED.plusSeconds(probationSeconds)),
                    findings);
        }

        @Override
        public ConfirmOutcome confirm(int which) throws FailureException {
            fail();
            confirmed = which;
            return new ConfirmOutcome.Confirmed(which);
        }

        @Override
        public PasswordOutcome setPassword(String address, Secret password)
                throws FailureException {
            fail();
            Text refusal = passwordRefusal;
            if (refusal != null) {
                return new PasswordOutcome.Refused(refusal);
            }
            passwords.put(address, password.reveal());
            return new PasswordOutcome.Set(address);
        }

        @Override
        public SecretOutcome putSecret(String name, Secret value) {
            if (!name.equals("ddns") && !name.equals("relay")) {
                return new SecretOutcome.UnknownName(name);
            }
            // with what the secret could be sent to at this moment
            secrets.add(
                    name
                            + "="
                            + value.reveal()
                            + " at "
                            + running().map(it -> it.ddns().provider()).orElse("?"));
            return new SecretOutcome.Stored(name);
        }

        @Override
        public StationIdentity identity() throws FailureException {
            fail();
            return new StationIdentity(revision, toml, "9f".repeat(32), "192.168.1.5", null, "");
        }

        @Override
        public Checked check(
                List<String> only, Consumer<Progress> progress, Cancellation cancellation)
                throws FailureException {
            progress.accept(new Progress(50, Text.of("check.progress", "dns.mx")));
            return new Checked(
                    STARTED, STARTED, identity(), only.contains("outbound") ? line : findings);
        }

        @Override
        public DdnsStatus ddns(boolean now) throws FailureException {
            fail();
            ddnsAsked.add(now);
            return ddnsAnswers.apply(now);
        }

        @Override
        public DdnsTried testDdns(Cancellation cancellation) throws FailureException {
            fail();
            Gate.pass(desk.gate, cancellation);
            return ddnsTried;
        }

        @Override
        public Forwards forwards(ForwardsRequest.Wanted wanted, Cancellation cancellation)
                throws FailureException {
            fail();
            Gate.pass(desk.gate, cancellation);
            forwardsWanted.add(wanted);
            return forwardsAnswers.apply(wanted);
        }

        @Override
        public ComparedRecords records(Cancellation cancellation) throws FailureException {
            fail();
            Gate.pass(desk.gate, cancellation);
            return records;
        }

        @Override
        public Checked letter(AskLetter request, Cancellation cancellation)
                throws FailureException {
            fail();
            Gate.pass(desk.gate, cancellation);
            letters.add(request);
            return letterAnswers.apply(request);
        }

        @Override
        public <T> T ask(Inquiry<T> inquiry, Cancellation cancellation) throws FailureException {
            fail();
            return desk.answer(inquiry, this, FakeStation.this, cancellation);
        }

        @Override
        public <T> T work(Inquiry<T> inquiry, Consumer<Progress> progress, Cancellation cancel)
                throws FailureException {
            return ask(inquiry, cancel);
        }

        @Override
        public List<String> log(int lines) {
            return log;
        }

        @Override
        public void subscribe(StationListener listener, boolean log) throws FailureException {
            fail();
            listeners.add(listener);
        }

        @Override
        public void onEnd(Runnable action) {
            endings.add(action);
        }

        void hear(StationEvent event) {
            listeners.forEach(listener -> listener.event(event));
        }

        void end() {
            synchronized (FakeStation.this) {
                open.remove(this);
            }
            if (!ended) {
                ended = true;
                endings.forEach(Runnable::run);
            }
        }

        @Override
        public void close() {
            end();
        }
    }
}
