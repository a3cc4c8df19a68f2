package org.mailstation.check;

import java.time.Clock;
import org.mailstation.config.StationConfig;
import org.mailstation.ddns.update.Web;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Vantage;
import org.mailstation.probe.DnsReply;
import org.mailstation.probe.Doors;
import org.mailstation.probe.TimeServers;

/**
 * Where one stands, what should be there, and the means to ask. Lives for one run.
 *
 * @param config what the station is set to
 * @param identity how to know that it is the station that answers
 * @param names what the DNS says, asked once a run
 * @param doors mail ports
 * @param line the home's address on the Internet, asked once a run
 * @param web pages that others publish
 */
public record Scene(
        Vantage vantage,
        StationConfig config,
        Identity identity,
        Landmarks landmarks,
        PublicNames names,
        Doors doors,
        PublicLine line,
        TimeServers times,
        Web web,
        Clock clock) {

    /** What was asked from here, at this moment. */
    public Evidence evidence(String asked, String answered) {
        return new Evidence(vantage, asked, answered, clock.instant());
    }

    /** An answer of the DNS. */
    public Evidence evidence(DnsReply reply) {
        return new Evidence(
                Vantage.DNS,
                reply.question() + " at " + reply.server(),
                reply.words(),
                clock.instant());
    }
}
