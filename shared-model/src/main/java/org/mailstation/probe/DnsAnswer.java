package org.mailstation.probe;

import java.time.Duration;
import java.util.List;

/** What a name server knows. That it could not tell is never "no record". */
public sealed interface DnsAnswer {
    /**
     * There are records.
     *
     * @param values as a zone file has them, for example {@code 10 mail.example.org.}; the strings
     *     of a TXT record joined (RFC 7208 3.3), without quotes
     * @param ttl how long others may remember them
     * @param aliases where CNAME records led on the way, in their order, each with its last dot
     */
    record Records(List<String> values, Duration ttl, List<String> aliases) implements DnsAnswer {
        public Records {
            values = List.copyOf(values);
            aliases = List.copyOf(aliases);
        }
    }

    /** The name exists, but has no record of this kind (RFC 2308 2.2). */
    record NoRecord(List<String> aliases) implements DnsAnswer {
        public NoRecord {
            aliases = List.copyOf(aliases);
        }
    }

    /** There is no such name (RFC 2308 2.1). */
    record NoSuchName() implements DnsAnswer {}

    /**
     * Nobody can say.
     *
     * @param detail in technical words
     */
    record CouldNotTell(Reason reason, String detail) implements DnsAnswer {}

    /** Why there is no answer. */
    enum Reason {
        /** nothing came back in time */
        TIMEOUT,
        /** SERVFAIL: the server could not find out either */
        SERVER_FAILURE,
        /** the server does not answer this to us */
        REFUSED,
        /** something came back that is no answer */
        MALFORMED
    }
}
