package org.mailstation.daemon.delivery;

import java.util.List;

/** Which servers take letters for a domain (RFC 5321 5.1). */
public sealed interface MxAnswer {
    /**
     * These, the best first.
     *
     * @param names host names, at least one; the domain itself where it has no MX but an address
     */
    record Hosts(List<String> names) implements MxAnswer {
        public Hosts {
            names = List.copyOf(names);
        }
    }

    /** The domain takes no mail and says so (RFC 7505). */
    record TakesNoMail() implements MxAnswer {}

    /** There is no such domain. */
    record NoSuchDomain() implements MxAnswer {}

    /** No answer this time. */
    record CouldNotTell(String why) implements MxAnswer {}
}
