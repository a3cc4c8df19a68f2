package org.mailstation.daemon.check;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.mailstation.check.Scene;
import org.mailstation.check.Together;
import org.mailstation.config.Service;
import org.mailstation.control.ListenerStatus;
import org.mailstation.daemon.delivery.StrangerAnswer;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;

/**
 * Does the station pass on letters of strangers? Asked from this computer and as from the home's
 * network, since many servers trust both.
 */
final class OpenRelayCheck extends NasCheck {
    private static final Set<Service> TAKING =
            Set.of(Service.SMTP, Service.SUBMISSION, Service.SUBMISSIONS);

    /** RFC 2606: nobody's. */
    private static final String FOREIGN = "stranger@example.com";

    /** Somebody who has not signed in. */
    @FunctionalInterface
    interface Stranger {
        StrangerAnswer asks(InetSocketAddress where, boolean tlsAtOnce, String foreign);
    }

    private final Supplier<List<ListenerStatus>> listeners;
    private final Stranger stranger;

    OpenRelayCheck(Supplier<List<ListenerStatus>> listeners, Stranger stranger) {
        super("open-relay", Hop.DAEMON);
        this.listeners = listeners;
        this.stranger = stranger;
    }

    private record Asked(ListenerStatus listener, StrangerAnswer answer, Evidence evidence) {}

    @Override
    public List<Finding> look(Scene scene) throws InterruptedException {
        Set<InetAddress> addresses = new LinkedHashSet<>();
        addresses.add(InetAddress.getLoopbackAddress());
        InetAddress home = scene.identity().home();
        if (home != null) {
            addresses.add(home);
        }
        List<Callable<Asked>> questions = new ArrayList<>();
        for (ListenerStatus listener : listeners.get()) {
            if (listener.bound() != 0 && TAKING.contains(listener.service())) {
                addresses.forEach(address -> questions.add(() -> ask(scene, listener, address)));
            }
        }
        List<Asked> asked = Together.call(questions);
        return asked.isEmpty() ? List.of() : List.of(judge(asked));
    }

    private Asked ask(Scene scene, ListenerStatus listener, InetAddress address) {
        InetSocketAddress where = new InetSocketAddress(address, listener.bound());
        StrangerAnswer answer = stranger.asks(where, listener.service().implicitTls(), FOREIGN);
        String asked =
                "MAIL and RCPT of a stranger at "
                        + address.getHostAddress()
                        + ":"
                        + listener.bound();
        return new Asked(listener, answer, scene.evidence(asked, words(answer)));
    }

    private Finding judge(List<Asked> asked) {
        Observation seen = seen(asked.stream().map(Asked::evidence).toList());
        List<ListenerStatus> open =
                asked.stream()
                        .filter(one -> one.answer() instanceof StrangerAnswer.Taken)
                        .map(Asked::listener)
                        .distinct()
                        .toList();
        if (!open.isEmpty()) {
            ListenerStatus first = open.getFirst();
            return seen.fail(
                    Severity.CRITICAL,
                    Text.of("open-relay.open", first.bound()),
                    new Remedy.ChangeSetting(
                            Text.of("open-relay.remedy", first.bound()),
                            "ports." + first.service().key() + ".open",
                            "off"));
        }
        // a port that does not answer has a finding of its own
        return asked.stream().anyMatch(one -> one.answer() instanceof StrangerAnswer.NotTold)
                ? seen.unknown(Severity.INFORMATION, Text.of("open-relay.unknown"))
                : seen.pass(Text.of("open-relay.ok"));
    }

    private static String words(StrangerAnswer answer) {
        return switch (answer) {
            case StrangerAnswer.Taken(var words) -> words;
            case StrangerAnswer.Refused(var words) -> words;
            case StrangerAnswer.NotTold(var words) -> words;
        };
    }
}
