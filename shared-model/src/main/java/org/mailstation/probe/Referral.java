package org.mailstation.probe;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;

/**
 * What a server says of a zone below its own (RFC 1034 4.3.2 3b).
 *
 * @param reply with the names of the zone's servers; not authoritative if it only refers to them
 * @param glue addresses of those names, as far as they came along
 */
public record Referral(DnsReply reply, Map<String, List<InetAddress>> glue) {
    public Referral {
        glue = Map.copyOf(glue);
    }

    /** Nobody could be asked. */
    public static Referral untold(String zone) {
        DnsQuestion question = new DnsQuestion(zone, RecordType.NS);
        DnsAnswer nobody =
                new DnsAnswer.CouldNotTell(DnsAnswer.Reason.TIMEOUT, "no server above answered");
        return new Referral(new DnsReply("", question, nobody, false, false), Map.of());
    }
}
