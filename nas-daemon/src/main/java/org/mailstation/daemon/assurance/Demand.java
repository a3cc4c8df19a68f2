package org.mailstation.daemon.assurance;

import java.util.List;

/** What a server must show before it is given a letter. */
public sealed interface Demand {
    /** Nothing: encrypted where it offers that, for whoever it is; else in clear (RFC 7435). */
    record Nothing() implements Demand {}

    /** Encryption, whoever it is (RFC 7672 2.2: records that say nothing we understand). */
    record Encrypted() implements Demand {}

    /**
     * A certificate for its name from an authority that everybody knows.
     *
     * @param proof what the trace calls it
     */
    record Named(Protection proof) implements Demand {}

    /**
     * A certificate that these records name.
     *
     * @param records at least one, all of them understood
     * @param names one of which must be in a certificate whose authority is named (RFC 7672 3.2.2)
     */
    record Keyed(List<Tlsa> records, List<String> names) implements Demand {
        public Keyed {
            records = List.copyOf(records);
            names = List.copyOf(names);
        }
    }

    /** How a letter is protected that goes there encrypted. */
    default Protection protection() {
        return switch (this) {
            case Nothing _, Encrypted _ -> Protection.ENCRYPTED;
            case Named(var proof) -> proof;
            case Keyed _ -> Protection.DANE;
        };
    }
}
