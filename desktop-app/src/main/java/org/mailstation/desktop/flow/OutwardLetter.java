package org.mailstation.desktop.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Service;
import org.mailstation.control.ListenerStatus;
import org.mailstation.control.Secret;
import org.mailstation.control.StationStatus;
import org.mailstation.control.Trace;
import org.mailstation.control.TraceRequest;
import org.mailstation.control.TraceStep;
import org.mailstation.desktop.login.LetterOut;
import org.mailstation.desktop.login.Posted;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;

/**
 * Sends a letter to somebody elsewhere, and follows it until the other server has answered. All on
 * the owner's thread.
 */
public final class OutwardLetter {

    /** A first answer comes in seconds; some servers let strangers wait for minutes. */
    private static final Duration PATIENCE = Duration.ofSeconds(100);

    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** Nothing that SMTP, or a reader of letters, gives a meaning. */
    private static final String ADDRESS = "[\\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\\w-]+(\\.[\\w-]+)+";

    /**
     * What can be shown.
     *
     * @param problem what is wrong with the address; {@code null}: nothing
     * @param found what became of the letter; {@code null}: none was sent
     * @param steps of its way, in order
     */
    public record View(
            Activity activity,
            @Nullable Text problem,
            @Nullable Finding found,
            List<TraceStep> steps) {
        public View {
            steps = List.copyOf(steps);
        }
    }

    /** Waits before the next look. */
    @FunctionalInterface
    public interface Rest {
        void pause(Duration length) throws InterruptedException;
    }

    /**
     * What it is done with besides the connection.
     *
     * @param random makes each letter's subject its own
     */
    public record Means(LetterOut post, Rest rest, RandomGenerator random, InstantSource clock) {}

    private record Outcome(Finding found, List<TraceStep> steps) {}

    private final Session session;
    private final Means means;
    private final Errand errand;
    private final Audience<View> audience;
    private @Nullable Text problem;
    private @Nullable Outcome outcome;

    public OutwardLetter(Session session, Background background, Means means) {
        this.session = session;
        this.means = means;
        this.audience = new Audience<>(this::view);
        this.errand = new Errand(background, audience::tell);
    }

    /** Called with every change, and once at once. */
    public void listen(Consumer<View> listener) {
        audience.join(listener);
    }

    public View view() {
        Outcome now = outcome;
        return new View(
                errand.activity(),
                problem,
                now == null ? null : now.found(),
                now == null ? List.of() : now.steps());
    }

    /**
     * Sends it.
     *
     * @param typed address of somebody elsewhere
     * @param mailbox that it comes from
     * @param password of the mailbox; empty: the one that was typed before
     */
    public void send(String typed, String mailbox, Secret password) {
        String to = typed.strip();
        String home = mailbox.substring(mailbox.indexOf('@') + 1);
        Secret known =
                password.reveal().isEmpty()
                        ? session.passwordOf(mailbox).orElse(password)
                        : password;
        outcome = null;
        problem =
                !to.matches(ADDRESS)
                        ? Text.of("flow.outward.no-address")
                        : to.endsWith("@" + home)
                                ? Text.of("flow.outward.at-home", home)
                                : known.reveal().isEmpty()
                                        ? Text.of("flow.proof.no-password", mailbox)
                                        : null;
        if (problem != null) {
            audience.tell();
            return;
        }
        errand.<Outcome>start(
                Activity.Running.of("flow.outward.running"),
                (cancellation, _) -> sendAndFollow(to, mailbox, known, cancellation),
                done -> {
                    outcome = done;
                    audience.tell();
                });
    }

    public void cancel() {
        errand.cancel();
    }

    private Outcome sendAndFollow(
            String to, String mailbox, Secret password, Cancellation cancellation)
            throws FailureException {
        byte[] mark = new byte[6];
        means.random().nextBytes(mark);
        String subject = "Mail Station test " + HexFormat.of().formatHex(mark);
        Posted posted =
                session.onStation(
                        cancellation,
                        station -> {
                            LetterOut.Letter letter =
                                    new LetterOut.Letter(
                                            to,
                                            subject,
                                            Text.of("flow.outward.letter", mailbox).words());
                            return post(station, mailbox, password, letter, cancellation);
                        });
        cancellation.check();
        Finding wrong = wrong(posted);
        return wrong == null ? follow(to, subject, cancellation) : new Outcome(wrong, List.of());
    }

    private Posted post(
            Station station,
            String mailbox,
            Secret password,
            LetterOut.Letter letter,
            Cancellation cancellation)
            throws FailureException {
        StationStatus status = station.status();
        int port =
                status.listeners().stream()
                        .filter(one -> one.service() == Service.SUBMISSIONS)
                        .mapToInt(ListenerStatus::bound)
                        .findFirst()
                        .orElse(0);
        return means.post()
                .send(
                        session.host(),
                        port,
                        station.identity().keySha256(),
                        mailbox,
                        password,
                        letter,
                        cancellation);
    }

    private static Observation seen() {
        return new Observation("letter:outward", Hop.ISP, List.of());
    }

    private static @Nullable Finding wrong(Posted posted) {
        Observation seen = new Observation("letter:outward", Hop.DAEMON, List.of());
        return switch (posted) {
            case Posted.Taken _ -> null;
            case Posted.Refused(String words) ->
                    seen.fail(Severity.ERROR, Text.of("flow.outward.not-taken", words), null);
            case Posted.Stranger() ->
                    seen.fail(Severity.CRITICAL, Text.of("flow.outward.stranger"), null);
            case Posted.NoWay(String why) ->
                    seen.fail(Severity.ERROR, Text.of("flow.outward.no-way", why), null);
        };
    }

    private Outcome follow(String to, String subject, Cancellation cancellation)
            throws FailureException {
        Instant end = means.clock().instant().plus(PATIENCE);
        TraceRequest request = new TraceRequest("", to, subject, "", 1);
        while (true) {
            cancellation.check();
            List<TraceStep> steps =
                    session
                            .onStation(
                                    cancellation,
                                    station ->
                                            station.ask(
                                                    control -> control.trace(request),
                                                    cancellation))
                            .letters()
                            .stream()
                            .map(Trace::steps)
                            .findFirst()
                            .orElse(List.of());
            Finding answer = answer(to, steps);
            if (answer != null || means.clock().instant().isAfter(end)) {
                return new Outcome(answer == null ? untold(to, steps) : answer, steps);
            }
            rest();
        }
    }

    private void rest() {
        try {
            means.rest().pause(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The other server's word; {@code null}: not yet. */
    private static @Nullable Finding answer(String to, List<TraceStep> steps) {
        for (TraceStep step : steps.reversed()) {
            switch (step.kind()) {
                case SENT -> {
                    return seen().pass(Text.of("flow.outward.sent", to, step.place()));
                }
                case REFUSED, RETURNED -> {
                    return seen().fail(
                                    Severity.ERROR,
                                    Text.of("flow.outward.returned", to, step.detail()),
                                    null);
                }
                default -> {}
            }
        }
        return null;
    }

    private static Finding untold(String to, List<TraceStep> steps) {
        return steps.reversed().stream()
                .filter(step -> step.kind() == TraceStep.Kind.DELAYED)
                .findFirst()
                .map(
                        step ->
                                seen().unknown(
                                                Severity.WARNING,
                                                Text.of("flow.outward.delayed", to, step.detail())))
                .orElseGet(
                        () -> seen().unknown(Severity.WARNING, Text.of("flow.outward.untold", to)));
    }
}
