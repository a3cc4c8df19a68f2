package org.mailstation.check;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.mailstation.config.Service;
import org.mailstation.finding.Evidence;
import org.mailstation.probe.DoorAnswer;
import org.mailstation.probe.RecordType;

/** Asks mail servers that are always there, to see whether port 25 is open on the way out. */
final class MailServersOutThere {
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private MailServersOutThere() {}

    /** What one of them said. */
    record Heard(DoorAnswer answer, Evidence evidence) {
        /** Whether a mail server answered at all. */
        boolean greeted() {
            return answer instanceof DoorAnswer.Secured || answer instanceof DoorAnswer.InTheClear;
        }
    }

    /** All those whose address is known. */
    static List<Heard> ask(Scene scene) throws InterruptedException {
        List<Callable<Heard>> knocks = new ArrayList<>();
        for (String host : scene.landmarks().mailServers()) {
            if (scene.names().ask(host, RecordType.A) instanceof Published.Same same
                    && !same.values().isEmpty()) {
                String address = same.values().getFirst();
                knocks.add(() -> knock(scene, host, address));
            }
        }
        return Together.call(knocks);
    }

    private static Heard knock(Scene scene, String host, String address) {
        InetSocketAddress where = new InetSocketAddress(Addresses.literal(address), 25);
        DoorAnswer answer = scene.doors().knock(Service.SMTP, where, host, PATIENCE);
        return new Heard(answer, scene.evidence("knock " + host + ":25", answer.words()));
    }
}
