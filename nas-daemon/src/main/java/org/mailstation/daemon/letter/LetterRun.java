package org.mailstation.daemon.letter;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.mailstation.check.Published;
import org.mailstation.check.Scene;
import org.mailstation.config.Account;
import org.mailstation.config.Relay;
import org.mailstation.config.Service;
import org.mailstation.config.StationConfig;
import org.mailstation.control.AskLetter;
import org.mailstation.control.ListenerStatus;
import org.mailstation.control.Secret;
import org.mailstation.daemon.accounts.Address;
import org.mailstation.daemon.accounts.SecretSource;
import org.mailstation.daemon.delivery.Dispatch;
import org.mailstation.daemon.delivery.Handed;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Verdict;
import org.mailstation.letter.TestLetter;
import org.mailstation.probe.RecordType;
import org.mailstation.text.Text;

/**
 * Lets a letter go out and come back in, and judges by its arrival: out through the relay, else to
 * the station's own address on the Internet. Where neither proves anything, a letter inside the
 * station shows at least that the station itself is well.
 */
public final class LetterRun {
    private static final Duration RELAY_PATIENCE = Duration.ofSeconds(25);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Finds a letter in a mailbox. */
    @FunctionalInterface
    public interface Inbox {
        /** The way that it came, one line a server; {@code null} if it is not there. */
        @Nullable List<String> trace(String account, String token) throws IOException;
    }

    private final Dispatch dispatch;
    private final SecretSource secrets;
    private final Supplier<List<ListenerStatus>> listeners;
    private final Post post;
    private final RandomGenerator random;
    private final Clock clock;

    public LetterRun(
            Dispatch dispatch,
            SecretSource secrets,
            Supplier<List<ListenerStatus>> listeners,
            Awaited awaited,
            Inbox inbox,
            RandomGenerator random,
            Clock clock) {
        this.dispatch = dispatch;
        this.secrets = secrets;
        this.listeners = listeners;
        this.post = new Post(awaited, inbox, clock);
        this.random = random;
        this.clock = clock;
    }

    /** One finding for each way that was tried; takes up to a minute. */
    public List<Finding> run(Scene scene, AskLetter request) throws InterruptedException {
        Optional<Address> to = account(scene, request.to()).flatMap(Address::parse);
        if (to.isEmpty()) {
            return List.of(
                    new LetterFindings(scene, "home", request.to())
                            .seen()
                            .fail(Severity.ERROR, Text.of("letter.nobody", request.to()), null));
        }
        if (!request.token().isEmpty()) {
            return List.of(awaited(scene, request.token(), to.get()));
        }
        List<Finding> found = new ArrayList<>();
        if (scene.config().relay().use() == Relay.Use.ALWAYS) {
            found.add(overRelay(scene, to.get()));
        }
        if (!request.proven() && !proven(found)) {
            found.add(overTheInternet(scene, to.get()));
        }
        if (!request.proven() && !proven(found)) {
            found.add(atHome(scene, to.get()));
        }
        return found;
    }

    private static boolean proven(List<Finding> found) {
        return found.stream().anyMatch(one -> one.verdict() == Verdict.PASS);
    }

    private static Optional<String> account(Scene scene, String wanted) {
        return scene.config().accounts().stream()
                .filter(Account::enabled)
                .map(Account::address)
                .filter(address -> wanted.isEmpty() || address.equalsIgnoreCase(wanted))
                .findFirst();
    }

    /** Somebody else sends it. */
    private Finding awaited(Scene scene, String token, Address to) throws InterruptedException {
        LetterFindings found = new LetterFindings(scene, "outside", to.toString());
        Arrival arrival = post.await(token, to, PATIENCE);
        found.note(arrival);
        return switch (arrival) {
            case Arrival.InTheMailbox there -> found.arrived(there);
            case Arrival.Lost() -> found.lost();
            case Arrival.NotYet _ ->
                    found.seen().unknown(Severity.WARNING, Text.of("letter.outside.none", to));
        };
    }

    private Finding overRelay(Scene scene, Address to) throws InterruptedException {
        Relay relay = scene.config().relay();
        LetterFindings found = new LetterFindings(scene, "relay", to.toString());
        TestLetter letter = letter(scene, to, Text.of("letter.way.relay", relay.host()));
        Post.Fate fate =
                post.send(letter, to, RELAY_PATIENCE, bytes -> handToRelay(scene, to, bytes));
        found.note("hand it to " + relay.host() + ":" + relay.port(), fate);
        return switch (fate.arrival()) {
            case null ->
                    found.seen()
                            .fail(
                                    Severity.CRITICAL,
                                    Text.of(
                                            "letter.relay.refused",
                                            relay.host(),
                                            LetterFindings.words(fate.handed())),
                                    null);
            case Arrival.InTheMailbox there -> found.arrived(there, relay.host());
            case Arrival.Lost() -> found.lost();
            // a relay may take its time, and says by letter what it could not do
            case Arrival.NotYet(var waited) ->
                    found.seen()
                            .unknown(
                                    Severity.WARNING,
                                    Text.of(
                                            "letter.relay.not-back",
                                            relay.host(),
                                            waited.toSeconds(),
                                            to));
        };
    }

    private Handed handToRelay(Scene scene, Address to, byte[] letter) {
        StationConfig config = scene.config();
        try {
            Secret password = secrets.read("relay");
            return dispatch.overRelay(config.relay(), password, to, config.hostName(), letter);
        } catch (IOException unreadable) {
            return new Handed.Refused("the password cannot be read");
        }
    }

    private Finding overTheInternet(Scene scene, Address to) throws InterruptedException {
        LetterFindings found = new LetterFindings(scene, "public", to.toString());
        String host = scene.config().hostName();
        if (!(scene.names().ask(host, RecordType.A) instanceof Published.Same same)
                || same.values().isEmpty()) {
            found.note("look up " + host, "no address");
            return found.seen().unknown(Severity.WARNING, Text.of("letter.no-address", host));
        }
        InetSocketAddress where =
                new InetSocketAddress(
                        InetAddress.ofLiteral(same.values().getFirst()),
                        scene.config().ports().of(Service.SMTP).external());
        String door = where.getAddress().getHostAddress() + ":" + where.getPort();
        TestLetter letter = letter(scene, to, Text.of("letter.way.public", door));
        Post.Fate fate =
                post.send(letter, to, PATIENCE, bytes -> dispatch.toServer(where, to, host, bytes));
        found.note("hand it to " + door, fate);
        return switch (fate.arrival()) {
            case null -> notTaken(found, door, fate.handed());
            case Arrival.InTheMailbox there -> found.arrived(there);
            case Arrival.Lost() -> found.lost();
            case Arrival.NotYet _ ->
                    found.seen().fail(Severity.CRITICAL, Text.of("letter.elsewhere", door), null);
        };
    }

    private static Finding notTaken(LetterFindings found, String door, Handed handed) {
        return handed instanceof Handed.Refused(var words)
                ? found.seen()
                        .fail(
                                Severity.CRITICAL,
                                Text.of("letter.public.refused", door, words),
                                null)
                // most routers do not lead their own address back in: that says nothing
                : found.seen()
                        .unknown(
                                Severity.WARNING,
                                Text.of("letter.public.no-way-back", door),
                                new Remedy.RouterStep(
                                        Text.of("letter.public.no-way-back.remedy", found.to())));
    }

    private Finding atHome(Scene scene, Address to) throws InterruptedException {
        LetterFindings found = new LetterFindings(scene, "home", to.toString());
        TestLetter letter = letter(scene, to, Text.of("letter.way.home"));
        Post.Fate fate =
                post.send(letter, to, PATIENCE, bytes -> handToOurselves(scene, to, bytes));
        found.note("hand it to the station itself", fate);
        return switch (fate.arrival()) {
            case null ->
                    found.seen()
                            .fail(
                                    Severity.CRITICAL,
                                    Text.of(
                                            "letter.home.refused",
                                            LetterFindings.words(fate.handed())),
                                    null);
            case Arrival.InTheMailbox there -> found.arrived(there);
            case Arrival.Lost(), Arrival.NotYet _ -> found.lost();
        };
    }

    private Handed handToOurselves(Scene scene, Address to, byte[] letter) {
        int port =
                listeners.get().stream()
                        .filter(one -> one.service() == Service.SMTP)
                        .map(ListenerStatus::bound)
                        .findFirst()
                        .orElse(0);
        return port == 0
                ? new Handed.Unreachable("not open")
                : dispatch.toServer(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                        to,
                        scene.config().hostName(),
                        letter);
    }

    private TestLetter letter(Scene scene, Address to, Text way) {
        return new TestLetter(
                TestLetter.token(random),
                to.toString(),
                scene.config().hostName(),
                way,
                clock.instant());
    }
}
