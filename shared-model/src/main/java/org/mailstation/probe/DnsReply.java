package org.mailstation.probe;

import java.util.List;

/**
 * An answer and who gave it.
 *
 * @param server address or name of the server that was asked
 * @param authoritative the server is one of the zone's own (RFC 1035 4.1.1, AA)
 * @param authenticated the resolver has proven the answer by DNSSEC (RFC 4035 3.2.3, AD)
 */
public record DnsReply(
        String server,
        DnsQuestion question,
        DnsAnswer answer,
        boolean authoritative,
        boolean authenticated) {

    /** The records; none where there are none, and none where nobody could tell. */
    public List<String> values() {
        return answer instanceof DnsAnswer.Records records ? records.values() : List.of();
    }

    /** Whether the server knew: records, or that there are none. */
    public boolean told() {
        return !(answer instanceof DnsAnswer.CouldNotTell);
    }

    /** The answer in technical words, as evidence shows it. */
    public String words() {
        return switch (answer) {
            case DnsAnswer.Records(var values, var ttl, var aliases) ->
                    by(aliases) + String.join(" | ", values) + " (ttl " + ttl.toSeconds() + ")";
            case DnsAnswer.NoRecord(var aliases) -> by(aliases) + "no " + question.type();
            case DnsAnswer.NoSuchName() -> "no such name";
            case DnsAnswer.CouldNotTell(_, var detail) -> detail;
        };
    }

    private static String by(List<String> aliases) {
        return aliases.isEmpty() ? "" : "alias of " + String.join(", ", aliases) + ": ";
    }
}
