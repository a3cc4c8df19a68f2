package org.mailstation.check;

import java.util.List;
import org.mailstation.config.Relay;
import org.mailstation.probe.RecordType;
import org.mailstation.records.SpfRecord;

/** Does an SPF record let the relay send? */
final class SpfRelay {
    enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    private SpfRelay() {}

    /** Judges a record that has been walked through. */
    static Answer allowed(Scene scene, String domain, SpfWalk walk) throws InterruptedException {
        Relay relay = scene.config().relay();
        if (walk.names(SpfRecord.relayTerm(relay), family(relay))) {
            return Answer.YES;
        }
        // a server of one's own elsewhere sends from where it is spoken to
        Published published = scene.names().ask(relay.host(), RecordType.A);
        if (!(published instanceof Published.Same same) || !walk.told()) {
            return Answer.UNKNOWN;
        }
        for (String address : same.values()) {
            if (SpfCheck.result(scene, domain, address).equals("pass")) {
                return Answer.YES;
            }
        }
        return Answer.NO;
    }

    /** Whoever runs the relay has his names below this one; whoever is known says so himself. */
    private static String family(Relay relay) {
        if (SpfRecord.knowsRelay(relay)) {
            return SpfRecord.relayTerm(relay).substring("include:".length());
        }
        List<String> labels = List.of(relay.host().split("\\."));
        boolean country = labels.getLast().length() == 2;
        // co.uk, com.au: there the owner's own label is the third
        boolean third = country && labels.size() > 2 && labels.get(labels.size() - 2).length() < 4;
        int from = Math.max(0, labels.size() - (third ? 3 : 2));
        return String.join(".", labels.subList(from, labels.size()));
    }
}
