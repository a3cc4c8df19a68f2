package org.mailstation.desktop.outside;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.random.RandomGenerator;
import org.mailstation.check.Published;
import org.mailstation.check.Scene;
import org.mailstation.config.Account;
import org.mailstation.config.Service;
import org.mailstation.control.AskLetter;
import org.mailstation.control.Checked;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.finding.Verdict;
import org.mailstation.letter.TestLetter;
import org.mailstation.probe.RecordType;
import org.mailstation.text.Text;

/**
 * Sends test letters from computers outside, and lets the station wait for them: the proof that
 * letters come in, which needs nobody's guess.
 */
public record LetterEye(Station station, RandomGenerator random, Clock clock) {
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    /**
     * Sends one from there.
     *
     * @param name of the computer outside, for people
     * @param scene of this computer
     * @param to an account's address; empty: the first account's
     * @throws FailureException if the station cannot be asked any more
     */
    public Finding look(String name, OutsideEye eye, Scene scene, String to)
            throws FailureException, InterruptedException {
        String host = scene.config().hostName();
        if (!(scene.names().ask(host, RecordType.A) instanceof Published.Same same)
                || same.values().isEmpty()) {
            return seen(List.of()).unknown(Severity.WARNING, Text.of("letter.no-address", host));
        }
        InetSocketAddress where =
                new InetSocketAddress(
                        InetAddress.ofLiteral(same.values().getFirst()),
                        scene.config().ports().of(Service.SMTP).external());
        TestLetter letter =
                new TestLetter(
                        TestLetter.token(random),
                        to.isEmpty() ? first(scene) : to,
                        host,
                        Text.of("letter.way.outside", name),
                        clock.instant());
        // the station waits from before it is sent: it may be there at once
        CompletableFuture<Checked> waiting = CompletableFuture.supplyAsync(() -> waitFor(letter));
        LetterPost.Answer answer = new LetterPost(eye.dial(), PATIENCE).send(where, letter);
        return judge(name, where, answer, waiting);
    }

    private static String first(Scene scene) {
        return scene.config().accounts().stream()
                .filter(Account::enabled)
                .map(Account::address)
                .findFirst()
                .orElse("postmaster@" + scene.config().domains().getFirst());
    }

    private Checked waitFor(TestLetter letter) {
        try {
            return station.letter(
                    new AskLetter(letter.to(), letter.token(), false), Cancellation.never());
        } catch (FailureException e) {
            throw new CompletionException(e);
        }
    }

    private Finding judge(
            String name,
            InetSocketAddress where,
            LetterPost.Answer answer,
            CompletableFuture<Checked> waiting)
            throws FailureException {
        String door = where.getAddress().getHostAddress() + ":" + where.getPort();
        return switch (answer) {
            case LetterPost.Answer.Unreachable(var words) ->
                    seen(handed(name, door, words))
                            .unknown(
                                    Severity.WARNING, Text.of("letter.outside.no-way", name, door));
            case LetterPost.Answer.Refused(var words) ->
                    seen(handed(name, door, words))
                            .fail(
                                    Severity.CRITICAL,
                                    Text.of("letter.outside.refused", name, door, words),
                                    null);
            case LetterPost.Answer.Taken() ->
                    taken(door, handed(name, door, "taken"), arrival(waiting));
        };
    }

    private static Finding taken(String door, List<Evidence> handed, Finding arrival) {
        List<Evidence> evidence = new ArrayList<>(handed);
        evidence.addAll(arrival.evidence());
        return arrival.verdict() == Verdict.UNKNOWN
                ? seen(evidence).fail(Severity.CRITICAL, Text.of("letter.elsewhere", door), null)
                : new Finding(
                        arrival.check(),
                        arrival.hop(),
                        arrival.verdict(),
                        arrival.severity(),
                        arrival.sentence(),
                        evidence,
                        arrival.remedy());
    }

    private static Finding arrival(CompletableFuture<Checked> waiting) throws FailureException {
        try {
            return waiting.join().findings().getFirst();
        } catch (CompletionException e) {
            if (e.getCause() instanceof FailureException lost) {
                throw lost;
            }
            throw e;
        }
    }

    private List<Evidence> handed(String name, String door, String words) {
        return List.of(
                new Evidence(
                        Vantage.OUTSIDE,
                        "hand it to " + door + " from " + name,
                        words,
                        clock.instant()));
    }

    private static Observation seen(List<Evidence> evidence) {
        return new Observation("letter:outside", Hop.MAILBOX, evidence);
    }
}
