package org.mailstation.daemon.incoming;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.mailstation.probe.DnsAnswer;
import org.mailstation.probe.DnsQuestion;
import org.mailstation.probe.NameServer;
import org.mailstation.probe.RecordType;
import org.mailstation.records.ReverseNames;

/** Does the address have a name that leads back to it (RFC 8601 3)? */
final class ReverseName {
    /** Whoever has more names wants to keep us busy. */
    private static final int MOST_NAMES = 3;

    private ReverseName() {}

    static Told of(InetAddress address, NameServer resolver) {
        DnsQuestion question = new DnsQuestion(ReverseNames.of(address), RecordType.PTR);
        return switch (resolver.ask(question).answer()) {
            case DnsAnswer.CouldNotTell _ -> Told.of(Told.Result.TEMPERROR, "");
            case DnsAnswer.NoRecord _, DnsAnswer.NoSuchName _ ->
                    new Told(Told.Result.FAIL, "", "no reverse name");
            case DnsAnswer.Records(var names, var _, var _) -> back(address, names, resolver);
        };
    }

    private static Told back(InetAddress address, List<String> names, NameServer resolver) {
        boolean untold = false;
        for (String name : names.stream().limit(MOST_NAMES).toList()) {
            RecordType type = address.getAddress().length == 4 ? RecordType.A : RecordType.AAAA;
            switch (resolver.ask(new DnsQuestion(name, type)).answer()) {
                case DnsAnswer.Records(var values, var _, var _)
                        when values.stream().anyMatch(value -> same(value, address)) -> {
                    return Told.of(Told.Result.PASS, name.replaceFirst("\\.$", ""));
                }
                case DnsAnswer.CouldNotTell _ -> untold = true;
                case DnsAnswer.Records _, DnsAnswer.NoRecord _, DnsAnswer.NoSuchName _ -> {
                    // perhaps the next one
                }
            }
        }
        return untold
                ? Told.of(Told.Result.TEMPERROR, "")
                : new Told(Told.Result.FAIL, "", "the reverse name leads elsewhere");
    }

    private static boolean same(String value, InetAddress address) {
        try {
            // a literal: nothing is looked up
            return InetAddress.getByName(value).equals(address);
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }
}
